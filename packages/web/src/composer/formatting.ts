/** Marks of the message format, by the key that sets them (with Ctrl or ⌘). */
export const marks = { b: "**", i: "_", e: "`", "shift+x": "~~" } as const;

/** What replaces a selection, and what is selected afterwards, relative to the replacement's beginning. */
export interface Replacement {
  text: string;
  start: number;
  end: number;
}

/** Puts a mark around a selection, or takes it away where it is already; spaces at the edges stay outside. */
export function toggleMark(selected: string, mark: string): Replacement {
  const isMarked = selected.length >= 2 * mark.length && selected.startsWith(mark) && selected.endsWith(mark);
  if (isMarked) {
    const text = selected.slice(mark.length, -mark.length);
    return { text, start: 0, end: text.length };
  }
  const inner = selected.trim();
  const lead = selected.slice(0, selected.length - selected.trimStart().length);
  const trail = inner === "" ? "" : selected.slice(selected.trimEnd().length);
  const text = `${lead}${mark}${inner}${mark}${trail}`;
  if (inner === "") return { text, start: lead.length + mark.length, end: lead.length + mark.length };
  return { text, start: lead.length, end: text.length - trail.length };
}
