import { expect, test } from "vitest";
import { endOf } from "./status-until.ts";

const sunday = new Date(2026, 10, 22, 14, 5).getTime();
const monday = new Date(2026, 10, 23, 9).getTime();

test("a term of minutes or hours counts from now", () => {
  expect(endOf("halfHour", sunday)).toBe(sunday + 30 * 60_000);
  expect(endOf("hour", sunday)).toBe(sunday + 3_600_000);
  expect(endOf("fourHours", sunday)).toBe(sunday + 4 * 3_600_000);
  expect(endOf("never", sunday)).toBeNull();
});

test("today ends at midnight, this week on Sunday at midnight", () => {
  const nextMonday = new Date(2026, 10, 23).getTime();
  expect(endOf("today", sunday)).toBe(nextMonday);
  expect(endOf("week", sunday)).toBe(nextMonday);
  expect(endOf("week", monday)).toBe(new Date(2026, 10, 30).getTime());
});
