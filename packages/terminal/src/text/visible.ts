/** C0 controls have pictures of their own, from U+2400 on. */
const PICTURES = 0x2400;
const DELETE = 0x7f;
const DELETE_PICTURE = "\u2421";

/**
 * What a terminal could obey or what reorders a line: C0, DEL, C1, bidi embeddings, overrides and isolates, the two
 * separators that some programs take for line ends, and interlinear marks. Emoji joiners stay: they only join.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const DANGEROUS = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb]/g;

/** Text of others on one line: every character that a terminal might obey is shown instead. */
export function visible(text: string): string {
  return text.toWellFormed().replace(DANGEROUS, shown);
}

/** The lines of a body, each of them {@link visible}; a line end is the only control that keeps its meaning. */
export function visibleLines(body: string): string[] {
  return body.split(/\r?\n/).map(visible);
}

function shown(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(PICTURES + code);
  if (code === DELETE) return DELETE_PICTURE;
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}
