import { BlockList, isIP } from "node:net";
import { networkInterfaces } from "node:os";

/**
 * IPv4 that leads to nobody on the open internet (IANA special-purpose registry, RFC 6890): this network, private,
 * shared, loopback, link-local with the clouds' metadata in it, protocol assignments, documentation, 6to4 relays,
 * benchmarks, multicast, reserved, broadcast.
 */
const notPublic4: readonly (readonly [network: string, bits: number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
  // Answers to what machines of one cloud ask, at an address that is otherwise public.
  ["168.63.129.16", 32],
];

/**
 * Of IPv6, only global unicast is public. Everything that carries an IPv4 address inside is outside of it (mapped,
 * compatible, translated, NAT64) or taken out of it again (Teredo, 6to4), as are documentation and other assignments.
 */
const public6 = ["2000::", 3] as const;
const notPublic6: readonly (readonly [network: string, bits: number])[] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

/** Says of an address whether a request of ours may go there. */
export function publicAddresses(ownAddresses: () => readonly string[] = addressesHere): (address: string) => boolean {
  const refused = new BlockList();
  for (const [network, bits] of notPublic4) refused.addSubnet(network, bits, "ipv4");
  for (const [network, bits] of notPublic6) refused.addSubnet(network, bits, "ipv6");
  const global6 = new BlockList();
  global6.addSubnet(...public6, "ipv6");
  return (address) => {
    const version = isIP(address);
    if (version === 0 || address.includes("%")) return false;
    const family = version === 4 ? "ipv4" : "ipv6";
    if (refused.check(address, family) || (family === "ipv6" && !global6.check(address, family))) return false;
    const own = new BlockList();
    for (const one of ownAddresses()) own.addAddress(one, isIP(one) === 4 ? "ipv4" : "ipv6");
    return !own.check(address, family);
  };
}

/** Every address of this machine: behind a public one of its own may be services that are for itself alone. */
function addressesHere(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .map(({ address }) => address.split("%", 1).join(""));
}
