import type { LinkPreview } from "@parley/contract";
import { visible } from "../text/visible.ts";

/** What is behind a link: "🔗 The story (The News)"; undefined as long as nothing is known of it. */
export function linkWords(preview: LinkPreview | undefined): string | undefined {
  if (preview?.title === undefined) return undefined;
  const site = preview.siteName ?? URL.parse(preview.url)?.host ?? preview.url;
  return `🔗 ${visible(preview.title)} (${visible(site)})`;
}
