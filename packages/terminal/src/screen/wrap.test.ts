import fc from "fast-check";
import { expect, test } from "vitest";
import { type Line, lineWidth, padded, span } from "../text/spans.ts";
import { wrapped } from "./wrap.ts";

const textOf = (line: Line): string => line.map((part) => part.text).join("");
const wrap = (text: string, width: number): string[] => wrapped([span(text)], width).map(textOf);

test("lines break at blanks, long words where they must", () => {
  expect(wrap("the quick brown fox", 10)).toEqual(["the quick", "brown fox"]);
  expect(wrap("abcdefghij klm", 4)).toEqual(["abcd", "efgh", "ij", "klm"]);
  expect(wrap("", 5)).toEqual([""]);
});

test("wide characters and emoji count as they are shown, and are never cut", () => {
  expect(wrap("日本語テキスト", 6)).toEqual(["日本語", "テキス", "ト"]);
  expect(wrap("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 4)).toEqual(["👩‍👩‍👧👩‍👩‍👧", "👩‍👩‍👧"]);
});

test("looks survive the break", () => {
  const lines = wrapped([span("one two ", { isBold: true }), span("three")], 7);
  expect(lines).toEqual([[{ text: "one two", isBold: true }], [{ text: "three" }]]);
});

test("no line is wider than it may be, and nothing but blanks at breaks is lost", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.integer({ min: 2, max: 20 }), (text, width) => {
      const lines = wrapped([span(text)], width);
      for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(width);
      expect(lines.map(textOf).join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
    }),
  );
});

test("a padded line has exactly its width", () => {
  expect(textOf(padded([span("abc")], 5))).toBe("abc  ");
  expect(textOf(padded([span("abcdefg")], 5))).toBe("abcd…");
  expect(lineWidth(padded([span("日本語")], 4))).toBe(4);
  expect(textOf(padded([span("日本語")], 4))).toBe("日… ");
});
