const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** What the contract takes: a minute to a year. */
const MOST = 366 * DAY;

const lengths = {
  tenMinutes: 10 * MINUTE,
  hour: 60 * MINUTE,
  day: DAY,
  week: 7 * DAY,
  forGood: null,
} as const;

/** For how long somebody is muted or banned; `until`: to a moment that is chosen beside it. */
export type Length = keyof typeof lengths | "until";

/** Milliseconds from now; null for good; undefined when the moment is missing, over, or more than a year away. */
export function disciplineMs(
  { length, moment }: { length: Length; moment: string },
  now: number,
): number | null | undefined {
  if (length !== "until") return lengths[length];
  const left = new Date(moment).getTime() - now;
  // Not a number when nothing, or half a moment, was typed.
  if (!(left > 0) || left > MOST) return undefined;
  return Math.max(MINUTE, left);
}
