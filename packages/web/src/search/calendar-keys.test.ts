import { expect, test } from "vitest";
import { calendarMove } from "./calendar-keys.ts";

/** A Saturday. */
const place = { date: "2026-03-14", firstDay: 1, isRightToLeft: false };
const move = (key: string, more: { shiftKey?: boolean; isRightToLeft?: boolean; firstDay?: number } = {}) =>
  calendarMove({ key, shiftKey: more.shiftKey ?? false }, { ...place, ...more });

test.each([
  ["ArrowRight", "2026-03-15"],
  ["ArrowLeft", "2026-03-13"],
  ["ArrowDown", "2026-03-21"],
  ["ArrowUp", "2026-03-07"],
  ["Home", "2026-03-09"],
  ["End", "2026-03-15"],
  ["PageUp", "2026-02-14"],
  ["PageDown", "2026-04-14"],
  ["Enter", null],
])("%s leads to %s", (key, date) => {
  expect(move(key)).toBe(date);
});

test("Shift makes years of months", () => {
  expect(move("PageUp", { shiftKey: true })).toBe("2025-03-14");
  expect(move("PageDown", { shiftKey: true })).toBe("2027-03-14");
});

test("weeks begin where the reader's do, and arrows point where days stand", () => {
  expect(move("Home", { firstDay: 7 })).toBe("2026-03-08");
  expect(move("ArrowRight", { isRightToLeft: true })).toBe("2026-03-13");
});
