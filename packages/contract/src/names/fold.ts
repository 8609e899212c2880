/** The longest handle or folded room name, in UTF-16 units. Longer ones are refused as names and ignored as references. */
export const MAX_FOLDED_UNITS = 80;

/**
 * The form of a person's name that is compared, mentioned (`@anna_lee`) and typed to sign in: NFKC, full case folding
 * whatever the locale, inner white space as `_`. Apostrophes go and so do `.`, `-` and `_` at the ends, because in
 * running text they belong to the sentence (`@bob's`, `@bob.`). Empty when nothing of a name is left.
 */
export function foldHandle(name: string): string {
  return foldName(name, "_");
}

/** The form of a room's name that is compared and referred to (`#big-plans`): like {@link foldHandle}, with `-` for white space. */
export function foldRoomName(name: string): string {
  return foldName(name.trimStart().startsWith("#") ? name.trimStart().slice(1) : name, "-");
}

/** `text` without the `.`, `_`, `-` at its end: a name in running text does not take the full stop with it. */
export function withoutTrailingMarks(text: string): string {
  let end = text.length;
  while (end > 0 && isMark(text[end - 1])) end -= 1;
  return text.slice(0, end);
}

function foldName(name: string, space: string): string {
  const folded = foldCase(name.replace(/\p{Variation_Selector}/gu, ""))
    .replace(/['\u2019]/g, "")
    .trim()
    .replace(/\s+/g, space);
  let start = 0;
  while (start < folded.length && isMark(folded[start])) start += 1;
  return withoutTrailingMarks(folded.slice(start));
}

/**
 * Unicode's full case folding, which the language does not offer: through both cases, so that ß and ẞ meet SS; then the
 * two places where lower case depends on its surroundings or leaves a dot behind (final sigma, the Turkish İ).
 */
function foldCase(text: string): string {
  const lower = text.normalize("NFKC").toLowerCase().toUpperCase().toLowerCase();
  return lower.replaceAll("ς", "σ").replaceAll("i\u0307", "i").normalize("NFKC");
}

function isMark(unit: string | undefined): boolean {
  return unit === "." || unit === "_" || unit === "-";
}
