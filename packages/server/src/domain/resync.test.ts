import { limits } from "@parley/contract";
import { expect, test } from "vitest";
import { needsReset } from "./resync.ts";

test("a reset answers the future and too long an absence, nothing else", () => {
  expect(needsReset(5, 5)).toBe(false);
  expect(needsReset(6, 5)).toBe(true);
  expect(needsReset(0, limits.resyncRevs)).toBe(false);
  expect(needsReset(0, limits.resyncRevs + 1)).toBe(true);
});
