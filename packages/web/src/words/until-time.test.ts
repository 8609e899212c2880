import { expect, test } from "vitest";
import { untilTime } from "./until-time.ts";

const MINUTE = 60_000;

test.each([
  [-1, "in 1 minute"],
  [20 * MINUTE, "in 20 minutes"],
  [60 * MINUTE - 1, "in 1 hour"],
  [5 * 60 * MINUTE, "in 5 hours"],
  [24 * 60 * MINUTE - 1, "in 1 day"],
  [7 * 24 * 60 * MINUTE - 5_000, "in 7 days"],
])("%d ms from now", (left, words) => {
  expect(untilTime(1_000_000 + left, 1_000_000, "en")).toBe(words);
});
