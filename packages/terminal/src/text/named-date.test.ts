import { expect, test } from "vitest";
import { namedDate } from "./named-date.ts";

/** A Monday, half an hour before midnight in Berlin. */
const now = Date.parse("2026-03-16T22:30Z");

test.each([
  ["2026-03-14", "2026-03-14"],
  ["Today", "2026-03-16"],
  ["yesterday", "2026-03-15"],
  ["sunday", "2026-03-15"],
  ["monday", "2026-03-09"],
  ["Tuesday", "2026-03-10"],
  ["2026-02-30", null],
  ["someday", null],
  ["", null],
])("%j is %j", (text, date) => {
  expect(namedDate(text, now, "Europe/Berlin")).toBe(date);
});

test("a day ends where one is", () => {
  expect(namedDate("today", now, "Asia/Tokyo")).toBe("2026-03-17");
});
