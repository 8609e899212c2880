import { toggleMark } from "./formatting.ts";

/** Replaces a part of the text as if it were typed: undo works, and React hears of it. */
export function replaceRange(area: HTMLTextAreaElement, range: { start: number; end: number }, text: string): void {
  area.focus();
  area.setSelectionRange(range.start, range.end);
  // Deprecated, but nothing else keeps the browser's undo.
  const isDone = document.execCommand(text === "" ? "delete" : "insertText", false, text);
  if (isDone) return;
  area.setRangeText(text, range.start, range.end, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Sets or takes away a mark around what is selected. */
export function markSelection(area: HTMLTextAreaElement, mark: string): void {
  const { selectionStart: start, selectionEnd: end } = area;
  const change = toggleMark(area.value.slice(start, end), mark);
  replaceRange(area, { start, end }, change.text);
  area.setSelectionRange(start + change.start, start + change.end);
}
