import type { IncomingHttpHeaders } from "node:http";
import type { Origin } from "./origin.ts";

/**
 * The session token that a request brings. `Authorization: Bearer …` always counts; the cookie only from a page of ours
 *, so that no foreign page can act with it. A token in the address is never looked at.
 */
export function tokenIn(headers: IncomingHttpHeaders, cookieName: string, origin: Origin): string | null {
  const bearer = /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(headers.authorization ?? "");
  if (bearer?.[1] !== undefined) return bearer[1];
  return origin === "own" ? cookieIn(headers.cookie ?? "", cookieName) : null;
}

function cookieIn(header: string, name: string): string | null {
  for (const part of header.split(";")) {
    const at = part.indexOf("=");
    if (part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

/** `__Host-` binds the cookie to this host and to TLS; without TLS the port tells two servers of one machine apart. */
export function cookieNameFor(isTls: boolean, port: number): string {
  return isTls ? "__Host-parley" : `parley_${port}`;
}
