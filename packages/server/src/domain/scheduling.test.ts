import { scheduledLimits } from "@parley/contract";
import { expect, test } from "vitest";
import { whyNotThen } from "./scheduling.ts";

test("a message waits for what is to come, and no longer than a year", () => {
  expect(whyNotThen(1_000, 1_000)).toContain("passed");
  expect(whyNotThen(1_001, 1_000)).toBeNull();
  expect(whyNotThen(1_000 + scheduledLimits.aheadMs, 1_000)).toBeNull();
  expect(whyNotThen(1_001 + scheduledLimits.aheadMs, 1_000)).toContain("year");
});
