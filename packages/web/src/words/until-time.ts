const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "in 5 days", "in 3 hours": the time left until an instant, rounded to its largest unit; never less than a minute. */
export function untilTime(at: number, now: number, language: string): string {
  const relative = new Intl.RelativeTimeFormat(language);
  const left = Math.max(MINUTE, at - now);
  if (left < 59.5 * MINUTE) return relative.format(Math.round(left / MINUTE), "minute");
  if (left < 23.5 * HOUR) return relative.format(Math.round(left / HOUR), "hour");
  return relative.format(Math.round(left / DAY), "day");
}
