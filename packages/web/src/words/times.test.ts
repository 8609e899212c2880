import { expect, test } from "vitest";
import { bareClockTime, clockTime } from "./times.ts";

const at = new Date(2026, 10, 23, 14, 5).getTime();

test.each([
  ["en-US", "2:05 PM", "2:05"],
  ["en-GB", "14:05", "14:05"],
  ["de", "14:05", "14:05"],
])("the time of day in %s, whole and where it is narrow", (language, whole, bare) => {
  expect(clockTime(at, language).replace(" ", " ")).toBe(whole);
  expect(bareClockTime(at, language)).toBe(bare);
});
