import { expect, test } from "vitest";
import { disciplineMs } from "./discipline-terms.ts";

const now = new Date(2026, 10, 22, 12).getTime();

test("lengths are as they say, and one has no end", () => {
  expect(disciplineMs({ length: "tenMinutes", moment: "" }, now)).toBe(600_000);
  expect(disciplineMs({ length: "forGood", moment: "2026-11-22T13:00" }, now)).toBeNull();
});

test.each([
  ["2026-11-22T13:00", 3_600_000],
  ["2026-11-22T12:00", undefined],
  ["2026-11-22T11:59", undefined],
  ["2028-01-01T00:00", undefined],
  ["", undefined],
  ["soon", undefined],
])("until %s", (moment, ms) => {
  expect(disciplineMs({ length: "until", moment }, now)).toBe(ms);
});

test("a moment that is nearly here counts as a minute, the least there is", () => {
  expect(disciplineMs({ length: "until", moment: "2026-11-22T12:00:10" }, now)).toBe(60_000);
});
