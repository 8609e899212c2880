import fc from "fast-check";
import { expect, test } from "vitest";
import { type Edit, type Format, toggled } from "./formatting.ts";

/** `[` and `]` stand around what is selected. */
function read(marked: string): [string, [number, number]] {
  const start = marked.indexOf("⟦");
  const end = marked.indexOf("⟧") - 1;
  return [marked.replace("⟦", "").replace("⟧", ""), [start, end]];
}

function applied(value: string, { start, end, text }: Edit): string {
  return value.slice(0, start) + text + value.slice(end);
}

function written(value: string, edit: Edit): string {
  const after = applied(value, edit);
  const [start, end] = edit.selection;
  return `${after.slice(0, start)}⟦${after.slice(start, end)}⟧${after.slice(end)}`;
}

test.each<[Format, string, string]>([
  ["bold", "a⟦ so bold ⟧b", "a **⟦so bold⟧** b"],
  ["bold", "⟦**bold**⟧", "⟦bold⟧"],
  ["bold", "**⟦bold⟧**", "⟦bold⟧"],
  ["code", "a ⟦⟧", "a `⟦⟧`"],
  ["code", "a `⟦⟧`", "a ⟦⟧"],
  ["italic", "⟦two words⟧", "_⟦two words⟧_"],
  ["spoiler", "⟦who did it⟧", "||⟦who did it⟧||"],
  ["strike", "⟦- one\n\n> two ⟧", "⟦- ~~one~~\n\n> ~~two~~⟧ "],
  ["strike", "⟦- ~~one~~\n> ~~two~~⟧", "⟦- one\n> two⟧"],
  ["code", "see ⟦a\n  b⟧.", "see \n⟦```\na\n  b\n```⟧\n."],
  ["code", "⟦```ts\na\n```⟧", "⟦a⟧"],
  ["link", "see ⟦here⟧", "see [here](⟦⟧)"],
  ["link", "⟦https://a.example⟧", "[⟦⟧](https://a.example)"],
  ["link", "⟦[here](https://a.example)⟧", "⟦here⟧"],
])("%s: %s", (format, before, after) => {
  const [value, selection] = read(before);
  expect(written(value, toggled(value, selection, format))).toBe(after);
});

test("a second time takes it away, and nothing else of the text is touched", () => {
  const words = fc.string({ unit: fc.constantFrom("a", "é", "😀", " ", "1") });
  const formats = fc.constantFrom<Format>("bold", "italic", "strike", "spoiler", "code");
  fc.assert(
    fc.property(fc.tuple(words, words, words), formats, ([before, middle, after], format) => {
      const value = before + middle + after;
      const once = toggled(value, [before.length, before.length + middle.length], format);
      const twice = toggled(applied(value, once), once.selection, format);
      expect(applied(applied(value, once), twice)).toBe(value);
    }),
  );
});
