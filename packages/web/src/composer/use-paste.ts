import { type ClipboardEvent, useRef } from "react";
import { isMod } from "../keys.ts";
import { loadTouched } from "../screens.ts";
import { replaceRange } from "./text-edits.ts";

type AreaClipboardEvent = ClipboardEvent<HTMLTextAreaElement>;

/** Something that our marks can say. Without it the words alone are better: they keep their lines. */
const FORMATTED =
  /<(?:b|strong|i|em|s|del|strike|code|pre|a|li|blockquote|h[1-6])[\s>]|font-weight:\s*(?:bold|[6-9]00)|font-style:\s*italic/i;
/** So much is more than a message anyway. */
const MOST_HTML = 500_000;

/**
 * Pasting keeps what a message can say of how the text looked; Ctrl/⌘+Shift+V keeps the words alone. Not every browser
 * hides the looks then, so the key is watched.
 */
export function usePaste() {
  const isPlain = useRef(false);
  return {
    onKeyDownCapture: (event: { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }) => {
      isPlain.current = isMod(event) && event.shiftKey && event.key.toLowerCase() === "v";
    },
    onPaste: (event: AreaClipboardEvent) => {
      const { clipboardData, currentTarget: area } = event;
      const isPlainWanted = isPlain.current;
      isPlain.current = false;
      if (event.defaultPrevented || isPlainWanted || clipboardData.files.length > 0) return;
      const html = clipboardData.getData("text/html");
      if (html.length > MOST_HTML || !FORMATTED.test(html)) return;
      const plain = clipboardData.getData("text/plain");
      event.preventDefault();
      void loadTouched().then(({ textFromHtml }) => {
        const { selectionStart: start, selectionEnd: end } = area;
        replaceRange(area, { start, end }, textFromHtml(html) || plain);
      });
    },
  };
}
