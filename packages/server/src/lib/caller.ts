import type { IncomingHttpHeaders } from "node:http";
import { BlockList, isIP } from "node:net";

/** Addresses that share their first bits: `10.0.0.0/8`. */
export interface Network {
  readonly address: string;
  readonly bits: number;
}

/** An address, or a network as `10.0.0.0/8`; null for anything else. Everybody at once is no network: nobody would be left to count. */
export function networkOf(text: string): Network | null {
  const [address = "", bits, ...more] = text.split("/");
  const kind = isIP(address);
  if (kind === 0 || address.includes("%") || more.length > 0) return null;
  const most = kind === 4 ? 32 : 128;
  if (bits === undefined) return { address, bits: most };
  return /^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= most ? { address, bits: Number(bits) } : null;
}

/** Where a request comes from. */
export type CallerOf = (request: {
  readonly headers: IncomingHttpHeaders;
  readonly socket: { readonly remoteAddress?: string | undefined };
}) => string;

/**
 * The address at the other end of the connection; if that is a proxy of ours, the one that it names, and so on. Proxies
 * add to the end of `X-Forwarded-For`, so the last address that is not a proxy of ours was seen by one that is; what
 * stands before it anybody may have written.
 */
export function callerFinder(proxies: readonly Network[]): CallerOf {
  const ours = new BlockList();
  for (const { address, bits } of proxies) ours.addSubnet(address, bits, familyOf(address));
  return ({ headers, socket }) => {
    let caller = socket.remoteAddress ?? "";
    const hops = String(headers["x-forwarded-for"] ?? "").split(",");
    while (ours.check(caller, familyOf(caller))) {
      const hop = hops.pop()?.trim() ?? "";
      // A proxy that does not know says "unknown": then it is the proxy that counts.
      if (isIP(hop) === 0) break;
      caller = hop;
    }
    return caller;
  };
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return address.includes(":") ? "ipv6" : "ipv4";
}
