// Making a format costs a hundred times its use. Few languages times few styles: it stays small, and only saves time.
const formats = new Map<string, Intl.DateTimeFormat>();

const MINUTE = 60_000;
const DAY = 86_400_000;

/** "14:05": the time of day as the reader writes it. */
export function clockTime(at: number, language: string): string {
  return dateFormat(language, { hour: "numeric", minute: "2-digit" }).format(at);
}

/** The same where it is narrow: without "PM", which stands with the message that the run begins with. */
export function bareClockTime(at: number, language: string): string {
  const parts = dateFormat(language, { hour: "numeric", minute: "2-digit" }).formatToParts(at);
  return parts.flatMap(({ type, value }) => (type === "dayPeriod" ? [] : value.trim())).join("");
}

/** "22 Nov 2026, 14:05": a moment to come. */
export function momentName(at: number, language: string): string {
  return dateFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(at);
}

/** The same; today, the time of day alone. */
export function untilName(at: number, now: number, language: string): string {
  return daysBetween(now, at) === 0 ? clockTime(at, language) : momentName(at, language);
}

/** "Sunday, 22 November 2026 at 14:05:09": for hovering and for screen readers. */
export function exactTime(at: number, language: string): string {
  return dateFormat(language, { dateStyle: "full", timeStyle: "medium" }).format(at);
}

/** For the rooms list: time of day today, then the weekday, then the date. */
export function shortTime(at: number, now: number, language: string): string {
  const days = daysBetween(at, now);
  if (days <= 0) return clockTime(at, language);
  if (days < 7) return dateFormat(language, { weekday: "short" }).format(at);
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return dateFormat(language, {
    day: "numeric",
    month: "short",
    ...(isThisYear ? {} : { year: "numeric" }),
  }).format(at);
}

/** "5 minutes ago" up to a week, then the date. */
export function relativeTime(at: number, now: number, language: string): string {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const past = Math.max(0, now - at);
  if (past < MINUTE) return relative.format(0, "second");
  if (past < 60 * MINUTE) return relative.format(-Math.floor(past / MINUTE), "minute");
  if (past < DAY) return relative.format(-Math.floor(past / (60 * MINUTE)), "hour");
  if (past < 7 * DAY) return relative.format(-Math.floor(past / DAY), "day");
  return dateFormat(language, { dateStyle: "medium" }).format(at);
}

/** "Monday, 16 November": heads the messages of a day that is neither today nor yesterday. */
export function dayName(at: number, now: number, language: string): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return dateFormat(language, {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(isThisYear ? {} : { year: "numeric" }),
  }).format(at);
}

/** "November 2026": heads what was shared in a month. */
export function monthName(at: number, language: string): string {
  return dateFormat(language, { month: "long", year: "numeric" }).format(at);
}

/** Calendar days, in the reader's time zone, from one instant to another; 0 is the same day. */
export function daysBetween(from: number, to: number): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / DAY);
}

/** Midnight before an instant, in the reader's time zone. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language, options);
  formats.set(key, made);
  return made;
}
