import { firstLink, type LinkPreview, limits } from "@parley/contract";

/** What was found is shown elsewhere for a day before it is looked up again; that nothing was found, for a while. */
export const knownMs = 24 * 3_600_000;
const nothingKnownMs = 10 * 60_000;

/** So many links of one person wait at most; what they send beyond stays without a preview. */
export const mostWaiting = 10;

/** Names that lead nowhere outside (RFC 6761, RFC 6762, RFC 7686, RFC 8375 and what networks at home use). */
const innerName = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|test|example|invalid|onion|arpa)$/;

/**
 * The link of a text that is worth looking up: the first one, if it leads to a name of the open internet on the usual
 * port, and not to this server itself, whose links carry secrets. What is refused here never gets a box; what else may
 * not be asked, the outbound client refuses.
 */
export function previewableLink(body: string, ownHost: string | null): string | undefined {
  const link = firstLink(body);
  if (link === undefined || link.length > limits.linkCharacters) return undefined;
  const { hostname, host, port } = new URL(link);
  const name = hostname.replace(/\.$/, "");
  const isOutside = name.includes(".") && !name.startsWith("[") && !/^[\d.]+$/.test(name) && !innerName.test(name);
  return isOutside && (port === "" || port === "443" || port === "80") && host !== ownHost ? link : undefined;
}

/** The same page, whichever part of it somebody links to. */
export function withoutFragment(link: string): string {
  return link.split("#", 1).join("");
}

/** Whether what was found for another message is still good for a new one. */
export function isStillKnown(
  { preview, foundAt }: { readonly preview: LinkPreview; readonly foundAt: number },
  now: number,
): boolean {
  return now - foundAt < (preview.title === undefined ? nothingKnownMs : knownMs);
}

/** Whether the server looks at all: what the configuration says goes before what the administrators chose. */
export function areLinkPreviewsOn(chosen: { readonly linkPreviews?: string }, configured: boolean | null): boolean {
  return configured ?? chosen.linkPreviews === "on";
}
