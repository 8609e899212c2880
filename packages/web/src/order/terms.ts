import type { Words } from "../words/words.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Milliseconds that are a whole number of one unit, in words: "30 seconds", "5 minutes", "90 days". */
export function termWords({ order: { rules } }: Pick<Words, "order">, ms: number): string {
  if (ms >= DAY && ms % DAY === 0) return rules.days(ms / DAY);
  if (ms >= HOUR && ms % HOUR === 0) return rules.hours(ms / HOUR);
  if (ms >= MINUTE && ms % MINUTE === 0) return rules.minutes(ms / MINUTE);
  return rules.seconds(Math.round(ms / 1_000));
}

/** After which messages disappear. */
export const expiryTerms = [5 * MINUTE, HOUR, 8 * HOUR, DAY, 7 * DAY, 30 * DAY, 90 * DAY] as const;

/** That a member waits between two messages. */
export const slowTerms = [5_000, 10_000, 30_000, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 6 * HOUR] as const;

/** The terms that are offered, with the one that is set where it is none of them: a client of another kind chose it. */
export function withCurrent(terms: readonly number[], current: number | null): readonly number[] {
  if (current === null || current === 0 || terms.includes(current)) return terms;
  return [...terms, current].sort((a, b) => a - b);
}
