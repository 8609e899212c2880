const COLOURS = 8;
const COMBINING = 0x300;
// Making one costs a hundred times its use.
const segmenter = new Intl.Segmenter();

/** One of eight colours (`--name-N`, `--avatar-N`), always the same for the same seed. */
export function colourOf(seed: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < seed.length; at += 1) hash = Math.imul(hash ^ seed.charCodeAt(at), 16_777_619);
  return (hash >>> 8) % COLOURS;
}

/** One or two letters that stand for a name: first and last word's first letter, emoji and scripts kept whole. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s._-]+/u).filter((word) => word !== "");
  const first = firstLetter(words[0] ?? "");
  const last = words.length > 1 ? firstLetter(words.at(-1) ?? "") : "";
  return `${first}${last}`.toLocaleUpperCase() || "?";
}

function firstLetter(word: string): string {
  // Nothing joins on to such a letter but what comes after it in Unicode, from the combining accents on.
  if (word.charCodeAt(0) < COMBINING && !(word.charCodeAt(1) >= COMBINING)) return word.charAt(0);
  for (const { segment } of segmenter.segment(word)) return segment;
  return "";
}
