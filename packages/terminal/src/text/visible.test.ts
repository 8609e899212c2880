import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonLine } from "./json.ts";
import { visible, visibleLines } from "./visible.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: none of these may come out
const obeyed = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ud800-\udfff]/;

/** Any UTF-16 units whatever, lone surrogates among them, and often from where the controls are. */
const unit = fc.oneof(fc.nat(0xff), fc.integer({ min: 0x2000, max: 0x20ff }), fc.nat(0xffff));
const anyText = fc.array(unit, { maxLength: 60 }).map((units) => String.fromCharCode(...units));

test("what a terminal would obey is shown", () => {
  expect(visible("\u001b]52;c;aGk=\u0007")).toBe("␛]52;c;aGk=␇");
  expect(visible("\u009b31m\u007f\r\t")).toBe("<U+009B>31m␡␍␉");
  expect(visible("a\u202eb\u2066c")).toBe("a<U+202E>b<U+2066>c");
});

test("what only is unusual stays as it is", () => {
  const text = "Zoë 東京 👩‍👩‍👧 🏳️‍🌈 שלום مرحبا é";
  expect(visible(text)).toBe(text);
});

test("whatever the text, nothing obeyed comes out", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(visible(text).replace(/[\ud800-\udbff][\udc00-\udfff]/g, "")).not.toMatch(obeyed);
    }),
  );
  expect(visible("\ud83d")).toBe("\ufffd");
});

test("line ends part a body into lines", () => {
  expect(visibleLines("a\r\nb\n\nc\rd")).toEqual(["a", "b", "", "c␍d"]);
});

test("a line of JSON is exact for a program and harmless for a terminal", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const line = jsonLine({ text });
      expect(JSON.parse(line)).toEqual({ text });
      expect(line.replace(/[\ud800-\udbff][\udc00-\udfff]/g, "")).not.toMatch(obeyed);
    }),
  );
});
