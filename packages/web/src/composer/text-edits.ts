import type { Edit } from "./formatting.ts";

/** Replaces a part of the text as if it were typed: undo works, and React hears of it. */
export function replaceRange(area: HTMLTextAreaElement, range: { start: number; end: number }, text: string): void {
  area.focus();
  area.setSelectionRange(range.start, range.end);
  if (text === "" && range.start === range.end) return;
  // Deprecated, but nothing else keeps the browser's undo.
  const isDone = document.execCommand(text === "" ? "delete" : "insertText", false, text);
  if (isDone) return;
  area.setRangeText(text, range.start, range.end, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

export function applyEdit(area: HTMLTextAreaElement, edit: Edit): void {
  replaceRange(area, edit, edit.text);
  area.setSelectionRange(...edit.selection);
}
