import { expect, test } from "vitest";
import { callerFinder, networkOf } from "./caller.ts";

test.each([
  ["127.0.0.1", { address: "127.0.0.1", bits: 32 }],
  ["10.0.0.0/8", { address: "10.0.0.0", bits: 8 }],
  ["::1", { address: "::1", bits: 128 }],
  ["fd00::/8", { address: "fd00::", bits: 8 }],
  ["", null],
  ["proxy", null],
  ["1", null],
  ["127.1", null],
  ["10.0.0.0/", null],
  ["10.0.0.0/33", null],
  ["10.0.0.0/08", null],
  ["10.0.0.0/8/8", null],
  ["fd00::/129", null],
  ["fe80::1%eth0", null],
  ["0.0.0.0/0", null],
  ["::/0", null],
])("%s is %j", (text, network) => {
  expect(networkOf(text)).toEqual(network);
});

const ours = ["127.0.0.1", "10.0.0.0/8", "fd00::/8"];

test.each([
  ["a stranger, whatever it says", "203.0.113.1", "198.51.100.7", "203.0.113.1"],
  ["one that only looks like ours", "127.0.0.2", "198.51.100.7", "127.0.0.2"],
  ["a proxy of ours", "127.0.0.1", "198.51.100.7", "198.51.100.7"],
  ["a proxy of ours, seen through IPv6", "::ffff:127.0.0.1", "198.51.100.7", "198.51.100.7"],
  ["a proxy of ours that says nothing", "127.0.0.1", undefined, "127.0.0.1"],
  ["a proxy of ours that does not know", "127.0.0.1", "198.51.100.7, unknown", "127.0.0.1"],
  ["a proxy of ours, before it a lie", "127.0.0.1", "192.0.2.9, 198.51.100.7", "198.51.100.7"],
  ["a proxy of ours, before it a lie about ours", "127.0.0.1", "10.0.0.1,198.51.100.7", "198.51.100.7"],
  ["two proxies of ours in a row", "127.0.0.1", "192.0.2.9, 198.51.100.7, 10.1.2.3", "198.51.100.7"],
  ["two proxies, the first a stranger", "127.0.0.1", "198.51.100.7, 203.0.113.1", "203.0.113.1"],
  ["a proxy of ours that uses Parley itself", "127.0.0.1", "10.1.2.3", "10.1.2.3"],
  ["a proxy of ours with IPv6", "fd00::5", "2001:db8::7", "2001:db8::7"],
  ["nobody any more", undefined, "198.51.100.7", ""],
])("%s", (...[, remoteAddress, said, caller]) => {
  const callerOf = callerFinder(ours.map((one) => networkOf(one)).filter((one) => one !== null));
  const request = { headers: said === undefined ? {} : { "x-forwarded-for": said }, socket: { remoteAddress } };
  expect(callerOf(request)).toBe(caller);
});

test("without proxies of ours nobody is believed", () => {
  const socket = { remoteAddress: "127.0.0.1" };
  expect(callerFinder([])({ headers: { "x-forwarded-for": "198.51.100.7" }, socket })).toBe("127.0.0.1");
});
