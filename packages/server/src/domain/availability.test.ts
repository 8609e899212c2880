import { expect, test } from "vitest";
import { availabilityOf } from "./availability.ts";

test.each([
  ["auto", [], "offline"],
  ["auto", [false], "online"],
  ["auto", [true, false], "online"],
  ["auto", [true, true], "away"],
  ["busy", [], "offline"],
  ["busy", [true], "busy"],
  ["busy", [false], "busy"],
  ["invisible", [false], "offline"],
  ["invisible", [true], "offline"],
] as const)("%s with idle connections %j is %s", (mode, idle, expected) => {
  expect(availabilityOf(mode, idle)).toBe(expected);
});
