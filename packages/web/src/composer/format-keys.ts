import type { KeyboardEvent } from "react";
import { isMod } from "../keys.ts";
import { loadTouched } from "../screens.ts";
import type { Format } from "./formatting.ts";
import { continued, isInList } from "./list-lines.ts";
import { applyEdit } from "./text-edits.ts";

type AreaKeyEvent = KeyboardEvent<HTMLTextAreaElement>;

const formats: Readonly<Record<string, Format>> = {
  b: "bold",
  i: "italic",
  e: "code",
  "shift+c": "code",
  "shift+x": "strike",
  "shift+s": "spoiler",
  k: "link",
};

/** Keys that format what is selected; answers whether this was one. Without a selection Mod+K is the switcher's. */
export function onFormatKey(event: AreaKeyEvent): boolean {
  if (!isMod(event) || event.altKey) return false;
  const key = `${event.shiftKey ? "shift+" : ""}${event.key.toLowerCase()}`;
  const format = Object.hasOwn(formats, key) ? formats[key] : undefined;
  const area = event.currentTarget;
  if (format === undefined || (format === "link" && area.selectionStart === area.selectionEnd)) return false;
  void loadTouched().then(({ toggled }) => {
    applyEdit(area, toggled(area.value, [area.selectionStart, area.selectionEnd], format));
  });
  return true;
}

/** A new line goes on with the list that it is in; answers whether it did. */
export function onNewLine(event: AreaKeyEvent): boolean {
  const area = event.currentTarget;
  const caret = area.selectionStart;
  if (caret !== area.selectionEnd || !isInList(area.value, caret)) return false;
  applyEdit(area, continued(area.value, caret));
  return true;
}
