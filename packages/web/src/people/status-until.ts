const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** For how long a status holds. */
export const terms = ["never", "halfHour", "hour", "fourHours", "today", "week"] as const;
export type Term = (typeof terms)[number];

/** Epoch ms when a status set now is over, in the reader's calendar; null for never. A week ends on Sunday night. */
export function endOf(term: Term, now: number): number | null {
  if (term === "never") return null;
  if (term === "halfHour") return now + 30 * MINUTE;
  if (term === "hour") return now + HOUR;
  if (term === "fourHours") return now + 4 * HOUR;
  const day = new Date(now);
  const daysLeft = term === "today" ? 1 : 7 - ((day.getDay() + 6) % 7);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + daysLeft).getTime();
}
