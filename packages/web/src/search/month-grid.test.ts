import { expect, test } from "vitest";
import { activityLevel, addMonths, firstDayIn, localDate, weeksOf } from "./month-grid.ts";

const days = (week: readonly (string | null)[] | undefined) => week?.map((date) => date?.slice(8) ?? "");

test("weeks begin where the reader's do", () => {
  const fromMonday = weeksOf("2026-03", 1);
  expect(fromMonday).toHaveLength(6);
  expect(days(fromMonday[0])).toEqual(["", "", "", "", "", "", "01"]);
  expect(days(fromMonday.at(-1))).toEqual(["30", "31", "", "", "", "", ""]);
  const fromSunday = weeksOf("2026-03", 7);
  expect(days(fromSunday[0])).toEqual(["01", "02", "03", "04", "05", "06", "07"]);
  expect(fromSunday).toHaveLength(5);
  expect(weeksOf("2027-02", 1)).toHaveLength(4);
  expect(firstDayIn("de-DE")).toBe(1);
});

test("another month has the same day, or its last", () => {
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2026-03-31", -1)).toBe("2026-02-28");
  expect(addMonths("2024-02-29", 12)).toBe("2025-02-28");
  expect(addMonths("2026-11-05", 2)).toBe("2027-01-05");
  expect(addMonths("2026-01-05", -1)).toBe("2025-12-05");
});

test("a day is shaded beside the busiest of the month", () => {
  expect([0, 1, 30, 99, 100].map((count) => activityLevel(count, 100))).toEqual([0, 1, 3, 4, 4]);
  expect(activityLevel(1, 1)).toBe(4);
});

test("a moment's day is the reader's", () => {
  expect(localDate(new Date(2026, 2, 14, 0, 0, 1).getTime())).toBe("2026-03-14");
  expect(localDate(new Date(2026, 2, 14, 23, 59).getTime())).toBe("2026-03-14");
});
