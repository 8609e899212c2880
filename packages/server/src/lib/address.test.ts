import { expect, test } from "vitest";
import { limitedAddress } from "./address.ts";

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["::FFFF:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::6", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["2001:db8:0:0:1::", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
])("%s counts as %s", (address, counted) => {
  expect(limitedAddress(address)).toBe(counted);
});

test("ten thousand addresses of one network are one", () => {
  const all = Array.from({ length: 10_000 }, (_, at) => limitedAddress(`2001:db8:1:2:${at.toString(16)}::${at % 7}`));
  expect(new Set(all).size).toBe(1);
});
