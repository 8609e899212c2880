import { lookup } from "node:dns/promises";
import { connect, type Socket } from "node:net";

/** How requests of ours get out. Only tests put another in its place. */
export interface Wire {
  /** All addresses of a host. */
  resolve(host: string): Promise<readonly string[]>;
  /** A connection to exactly this address: nothing is looked up again. */
  dial(address: string, port: number): Socket;
}

export const openWire: Wire = {
  async resolve(host) {
    return (await lookup(host, { all: true, order: "ipv4first" })).map(({ address }) => address);
  },
  dial: (address, port) => connect({ host: address, port }),
};
