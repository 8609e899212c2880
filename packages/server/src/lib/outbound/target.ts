import { isIP } from "node:net";
import { OutboundError } from "./outbound-error.ts";

/** Where a request goes. */
export interface Target {
  readonly url: URL;
  /** Without the brackets of IPv6. */
  readonly host: string;
  readonly port: number;
  readonly isSecure: boolean;
}

const ports: Readonly<Record<string, number>> = { "http:": 80, "https:": 443 };

/** Refuses all but plain web addresses on the web's own ports, without anybody's name or password in them. */
export function targetOf(address: string | URL, base?: URL): Target {
  const url = URL.parse(address, base);
  const usual = url === null ? undefined : ports[url.protocol];
  if (url === null || usual === undefined || url.username !== "" || url.password !== "")
    throw new OutboundError("address");
  const port = url.port === "" ? usual : Number(url.port);
  if (!Object.values(ports).includes(port)) throw new OutboundError("address");
  url.hash = "";
  return { url, host: url.hostname.replace(/^\[|\]$/g, ""), port, isSecure: url.protocol === "https:" };
}

/** The addresses that a host has at this moment, if each of them may be asked: one that may not spoils the others. */
export async function addressesOf(
  { host }: Target,
  {
    resolve,
    isPublic,
  }: { resolve: (host: string) => Promise<readonly string[]>; isPublic: (address: string) => boolean },
): Promise<readonly string[]> {
  const found = isIP(host) === 0 ? await resolve(host) : [host];
  if (found.length === 0) throw new OutboundError("unreachable");
  if (!found.every(isPublic)) throw new OutboundError("address");
  return found;
}
