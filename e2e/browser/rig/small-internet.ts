/**
 * Loaded before the server of a test: names of the internet lead to a site of the test's own. Only the wire is another;
 * what the server judges of addresses it judges as always. There is no setting of the server that does this.
 */
import dns from "node:dns/promises";
import { syncBuiltinESMExports } from "node:module";
import net, { type NetConnectOpts, type Socket } from "node:net";

/** Public, and taken here for the site. */
const address = "93.184.215.14";
const sitePort = Number(process.env.PARLEY_TEST_SITE_PORT);
const connect = net.connect as (options: NetConnectOpts) => Socket;

Object.assign(dns, { lookup: async () => [{ address, family: 4 }] });
Object.assign(net, {
  connect: (options: NetConnectOpts) =>
    connect("host" in options && options.host === address ? { host: "127.0.0.1", port: sitePort } : options),
});
syncBuiltinESMExports();
