import { dateAfter } from "@parley/contract";

const DAY_MS = 86_400_000;
const WEEK = 7;

/** A month, such as `2026-03`; days of it are `2026-03-14`, as in the contract. They sort as texts. */
export function monthOf(date: string): string {
  return date.slice(0, 7);
}

export function firstDayOf(month: string): string {
  return `${month}-01`;
}

/** The same day of another month; its last one where it has no such day. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const target = Date.UTC(year, month - 1 + months, 1);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dateOf(target + (Math.min(day, last) - 1) * DAY_MS);
}

/** Noon of a day in UTC: for formats in UTC, whose day it is then. */
export function timeOf(date: string): number {
  return Date.parse(`${date}T12:00Z`);
}

/** 0 is the first day of the week; `firstDay` as in ISO 8601: 1 is Monday, 7 is Sunday. */
export function dayOfWeek(date: string, firstDay: number): number {
  return (new Date(timeOf(date)).getUTCDay() - firstDay + 2 * WEEK) % WEEK;
}

/** The weeks that a month touches; null for days of its neighbours. */
export function weeksOf(month: string, firstDay: number): readonly (readonly (string | null)[])[] {
  const weeks: (string | null)[][] = [];
  for (let date = firstDayOf(month); monthOf(date) === month; date = dateAfter(date, 1)) {
    const at = dayOfWeek(date, firstDay);
    if (at === 0 || weeks.length === 0) weeks.push(new Array<string | null>(WEEK).fill(null));
    weeks.at(-1)?.splice(at, 1, date);
  }
  return weeks;
}

/** How busy a day was beside the busiest of its month: 0 for nothing, else 1 to 4, each about three times the one before. */
export function activityLevel(count: number, most: number): number {
  if (count <= 0) return 0;
  return Math.max(1, 4 - Math.floor(Math.log(most / count) / Math.log(3)));
}

/** The day, in the reader's time zone, of a moment. */
export function localDate(at: number): string {
  const day = new Date(at);
  return dateOf(Date.UTC(day.getFullYear(), day.getMonth(), day.getDate()));
}

/** Where the reader's week begins. Browsers that do not know say Monday, as ISO 8601 does. */
export function firstDayIn(language: string): number {
  const locale: Intl.Locale & { getWeekInfo?: () => { firstDay: number } } = new Intl.Locale(language);
  return locale.getWeekInfo?.().firstDay ?? 1;
}

function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
