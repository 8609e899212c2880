import { widthOf } from "../text/spans.ts";
import type { Composer } from "./composer.ts";

export interface ComposerView {
  readonly lines: readonly string[];
  readonly cursor: { readonly row: number; readonly column: number };
}

/** The composer's text parted into lines of at most `width` columns, and where the cursor is in them. */
export function composerView({ characters, cursor }: Composer, width: number): ComposerView {
  const lines = [""];
  let used = 0;
  let at = { row: 0, column: 0 };
  const begin = () => {
    lines.push("");
    used = 0;
  };
  for (const [index, character] of characters.entries()) {
    const columns = character === "\n" ? 0 : widthOf(character);
    if (used + columns > width) begin();
    if (index === cursor) at = { row: lines.length - 1, column: used };
    if (character === "\n") {
      begin();
      continue;
    }
    lines[lines.length - 1] += character;
    used += columns;
  }
  if (cursor >= characters.length) {
    if (used >= width) begin();
    at = { row: lines.length - 1, column: used };
  }
  return { lines, cursor: at };
}

/** At most `height` of the lines, the one with the cursor among them. */
export function around(view: ComposerView, height: number): ComposerView {
  const first = Math.max(0, Math.min(view.cursor.row - height + 1, view.lines.length - height));
  const start = Math.min(Math.max(first, 0), view.cursor.row);
  return {
    lines: view.lines.slice(start, start + height),
    cursor: { row: view.cursor.row - start, column: view.cursor.column },
  };
}
