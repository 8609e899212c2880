const DIGITS = 15;

/**
 * A key after `last`, ordered as text: mostly the time, but it only grows, whatever the clock does between two starts.
 * The end tells two tabs apart that write in the same moment.
 */
export function keyAfter(last: string | undefined, now: number, random: () => number): string {
  const after = last === undefined ? 0 : Number.parseInt(last, 10) + 1;
  const end = Math.floor(random() * 36 ** 6).toString(36);
  return `${Math.max(Math.floor(now), after).toString().padStart(DIGITS, "0")}-${end.padStart(6, "0")}`;
}
