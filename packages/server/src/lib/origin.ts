import type { IncomingHttpHeaders } from "node:http";

/** Where a request comes from, as far as its headers tell. */
export type Origin = "own" | "none" | "foreign";

/**
 * `own`: a page of ours; only then does the cookie count. `none`: not a browser's page; only a bearer token counts.
 * `foreign`: somebody else's page; refused. With a public address only that is ours; without one, the address that the
 * browser used (its cookie belongs to that very host, so a foreign name that leads here brings none).
 */
export function originOf(headers: IncomingHttpHeaders, publicUrl: string | null): Origin {
  const { origin, host } = headers;
  if (origin === undefined) return "none";
  if (publicUrl !== null) return origin === publicUrl ? "own" : "foreign";
  const url = URL.parse(origin);
  return url !== null && url.host !== "" && url.host === host ? "own" : "foreign";
}

/** Where passkeys belong: the address that browsers see, and its host (WebAuthn's "relying party id"). */
export interface Site {
  readonly origin: string;
  readonly host: string;
}

/** The public address; without one, the address of the page that asks. Null for what is no page. */
export function siteOf(headers: IncomingHttpHeaders, publicUrl: string | null): Site | null {
  const origin = publicUrl ?? (originOf(headers, publicUrl) === "own" ? headers.origin : undefined);
  const url = origin === undefined ? null : URL.parse(origin);
  return url === null ? null : { origin: url.origin, host: url.hostname };
}
