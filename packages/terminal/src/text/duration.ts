/** Stands where something disappears by itself after a while. */
export const EXPIRY_SIGN = "◔";

const units = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 } as const;
type Unit = keyof typeof units;

const names: readonly (readonly [Unit, string])[] = [
  ["d", "day"],
  ["h", "hour"],
  ["m", "minute"],
  ["s", "second"],
];

/** How long `10m`, `2h` or `7d` are, in milliseconds; null when the text is no such thing. */
export function duration(text: string): number | null {
  const match = /^(\d{1,6})(s|m|h|d|w)$/i.exec(text);
  if (!match) return null;
  const [, count, unit = ""] = match;
  return Number(count) * units[unit.toLowerCase() as Unit];
}

/** Milliseconds in the largest unit that says them exactly: `2 hours`. */
export function durationWords(ms: number): string {
  const [unit, name] = names.find(([candidate]) => ms % units[candidate] === 0) ?? ["s", "second"];
  const count = Math.ceil(ms / units[unit]);
  return `${count} ${name}${count === 1 ? "" : "s"}`;
}
