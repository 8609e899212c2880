/** A moment in words that hold wherever they are read. */
export function momentWords(at: number): string {
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
  return `${format.format(at)} UTC`;
}

/** When something that lasts so long from now is over; null for never. */
export function endOf(forMs: number | null, now: number): number | null {
  return forMs === null ? null : now + forMs;
}

/** To be put after "banned" or "suspended": until when, or nothing when it is for good. */
export function untilWords(until: number | null): string {
  return until === null ? "" : ` until ${momentWords(until)}`;
}
