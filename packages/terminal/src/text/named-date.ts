import { dateAfter, dateIn, isDate } from "@parley/contract";

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** The day that a text names, as `2026-03-14`; null if it names none. A weekday is the last one before today. */
export function namedDate(text: string, now: number, timeZone: string): string | null {
  const name = text.trim().toLowerCase();
  if (isDate(name)) return name;
  const today = dateIn(now, timeZone);
  if (name === "today") return today;
  if (name === "yesterday") return dateAfter(today, -1);
  const weekday = weekdays.indexOf(name);
  if (weekday < 0) return null;
  const daysAgo = (new Date(`${today}T00:00Z`).getUTCDay() - weekday + 6) % 7;
  return dateAfter(today, -1 - daysAgo);
}
