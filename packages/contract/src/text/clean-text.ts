/** A text as it is kept, or why not, in words for the person who wrote it. */
export type CleanedText = { ok: true; text: string } | { ok: false; reason: string };

/** Nothing to see: white space, characters without a glyph, the blank Braille cell. */
const BLANK = /^[\s\p{DI}\p{Cf}\p{Cc}\u2800]*$/u;

/**
 * The text of a message or a topic, as it was written, except that line ends become LF and control characters other
 * than LF and tab go (terminals would obey them). Refused: more than `max` UTF-16 units after that, NUL, broken
 * characters (lone surrogates), and, unless `blank` is "allowed", a text with nothing to see in it.
 */
export function cleanText(raw: string, max: number, blank: "allowed" | "refused" = "refused"): CleanedText {
  // Line ends shrink to half at most, so that a longer one need not be read.
  if (raw.length > 2 * max) return tooLong(max);
  if (!raw.isWellFormed() || raw.includes("\0"))
    return { ok: false, reason: "A text cannot contain broken characters." };
  const text = raw.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]/gu, "");
  if (text.length > max) return tooLong(max);
  if (blank === "refused" && BLANK.test(text)) return { ok: false, reason: "Write something first." };
  return { ok: true, text };
}

function tooLong(max: number): CleanedText {
  return { ok: false, reason: `A text can have at most ${max} characters.` };
}
