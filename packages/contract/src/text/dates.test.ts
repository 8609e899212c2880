import { expect, test } from "vitest";
import { dateAfter, dateIn, dayStart, isDate, isTimeZone } from "./dates.ts";

test.each([
  ["2026-03-14", "UTC", "2026-03-14T00:00:00Z"],
  ["2026-03-14", "Europe/Berlin", "2026-03-13T23:00:00Z"],
  ["2026-07-01", "America/New_York", "2026-07-01T04:00:00Z"],
  ["2026-01-01", "Pacific/Kiritimati", "2025-12-31T10:00:00Z"],
  ["2026-01-01", "Asia/Kathmandu", "2025-12-31T18:15:00Z"],
  // The clocks go from midnight to one.
  ["2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00Z"],
  // The clocks go from one back to midnight; and from midnight back to eleven.
  ["2025-11-02", "America/Havana", "2025-11-02T04:00:00Z"],
  ["2018-02-18", "America/Sao_Paulo", "2018-02-18T03:00:00Z"],
])("%s begins in %s at %s", (date, timeZone, moment) => {
  const at = dayStart(date, timeZone);
  expect(new Date(at).toISOString()).toBe(moment.replace("Z", ".000Z"));
  expect(dateIn(at, timeZone)).toBe(date);
  expect(dateIn(at - 1, timeZone)).toBe(dateAfter(date, -1));
});

test("knows what a day is, and what a time zone", () => {
  expect(["2026-02-28", "2024-02-29", "2026-02-29", "2026-13-01", "2026-1-1", "today"].map(isDate)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(["UTC", "Europe/Berlin", "Mars/Olympus", ""].map(isTimeZone)).toEqual([true, true, false, false]);
  expect(dateAfter("2026-02-28", 1)).toBe("2026-03-01");
});
