import type { Edit } from "./formatting.ts";

/** Where a new line would go on with a list or a quote: its indentation, its marks, what is written in it. */
const ITEM = /^(\s*)(-|(\d{1,9})\.|>) +(.*)$/s;

/** Whether a line break at the caret goes on with something; {@link continued} says with what. */
export function isInList(value: string, caret: number): boolean {
  return ITEM.test(lineBefore(value, caret));
}

/** A new line with the mark of the list or quote that it goes on with; after an item without words, its end. */
export function continued(value: string, caret: number): Edit {
  const line = lineBefore(value, caret);
  const [, indent = "", mark = "", number, words = ""] = ITEM.exec(line) ?? [];
  const isOver = words.trim() === "" && !/^[^\n]*\S/.test(value.slice(caret));
  const start = isOver ? caret - line.length : caret;
  const next = number === undefined ? mark : `${Number(number) + 1}.`;
  const text = isOver ? indent : `\n${indent}${next} `;
  return { start, end: caret, text, selection: [start + text.length, start + text.length] };
}

/** What stands in the caret's line before it; nothing in a block of code, where marks are code. */
function lineBefore(value: string, caret: number): string {
  const before = value.slice(0, caret);
  if ((before.match(/^```/gm)?.length ?? 0) % 2 === 1) return "";
  return before.slice(before.lastIndexOf("\n") + 1);
}
