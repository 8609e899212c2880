import { expect, test } from "vitest";
import { timeToCome } from "./time-to-come.ts";

// A Wednesday.
const now = new Date(2026, 10, 25, 12, 0).getTime();
const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();

test("times of today, of tomorrow, of a weekday and of a date", () => {
  expect(timeToCome("18:30 on my way", now)).toEqual({ at: at(25, 18, 30), rest: "on my way" });
  expect(timeToCome("today 9:00 too late", now)).toEqual({ at: at(25, 9), rest: "too late" });
  expect(timeToCome("Tomorrow 9:00", now)).toEqual({ at: at(26, 9), rest: "" });
  expect(timeToCome("monday 9:00 a\nb", now)).toEqual({ at: at(30, 9), rest: "a\nb" });
  expect(timeToCome("wednesday 9:00 x", now)?.at).toBe(at(32, 9));
  expect(timeToCome("2026-11-30 07:05 x", now)?.at).toBe(at(30, 7, 5));
});

test("anything else is none", () => {
  for (const text of ["", "soon", "9 x", "25:00 x", "9:60 x", "2026-02-30 9:00 x", "someday 9:00 x"])
    expect(timeToCome(text, now)).toBeNull();
});
