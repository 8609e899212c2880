import { expect, test } from "vitest";
import { enteredAt, momentOf, momentsAfter, nextHour } from "./moments.ts";

const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();

test("this evening, tomorrow morning and Monday are offered, as far as they are to come and not the same", () => {
  // A Wednesday.
  expect(momentsAfter(at(25, 12))).toEqual([
    { name: "evening", at: at(25, 18) },
    { name: "tomorrow", at: at(26, 9) },
    { name: "monday", at: at(30, 9) },
  ]);
  expect(momentsAfter(at(25, 17, 45)).map(({ name }) => name)).toEqual(["tomorrow", "monday"]);
  expect(momentsAfter(at(29, 20))).toEqual([{ name: "tomorrow", at: at(30, 9) }]);
  expect(momentsAfter(at(30, 8)).at(-1)).toEqual({ name: "monday", at: at(37, 9) });
});

test("what is entered is a moment of the reader's own clock, and back", () => {
  expect(enteredAt(at(5, 9, 3))).toEqual({ date: "2026-11-05", time: "09:03" });
  expect(momentOf({ date: "2026-11-05", time: "09:03" })).toBe(at(5, 9, 3));
  expect(momentOf({ date: "", time: "09:03" })).toBeNull();
  expect(nextHour(at(5, 9, 3))).toBe(at(5, 10));
  expect(nextHour(at(5, 9, 45))).toBe(at(5, 11));
});
