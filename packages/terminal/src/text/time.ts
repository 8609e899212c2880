/** Times as the person's own locale writes them. */
export const clockTime = (at: number, timeZone?: string): string =>
  new Date(at).toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone });

export const dayName = (at: number): string =>
  new Date(at).toLocaleDateString(undefined, { weekday: "long", day: "numeric", month: "long", year: "numeric" });

/** The same for two times of one day, here. */
export const dayKey = (at: number): string => new Date(at).toDateString();

/** A moment in a sentence: the time alone if it is today. */
export function moment(at: number, now: number): string {
  return dayKey(at) === dayKey(now) ? clockTime(at) : `${shortDay(at)}, ${clockTime(at)}`;
}

/** The end of something in a sentence; null for never. */
export const until = (end: number | null, now: number): string => (end === null ? "" : ` until ${moment(end, now)}`);

const shortDay = (at: number): string =>
  new Date(at).toLocaleDateString(undefined, { day: "numeric", month: "long", year: "numeric" });
