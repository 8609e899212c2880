import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText } from "./clean-text.ts";

test.each([
  ["hello", "hello"],
  ["  a\tb\n\nc  ", "  a\tb\n\nc  "],
  ["a\r\nb\rc", "a\nb\nc"],
  ["a\u001b]52;c;x\u0007b\u009b1m", "a]52;c;xb1m"],
  ["Jose\u0301 \u202e x", "Jose\u0301 \u202e x"],
])("%j is kept as %j", (raw, text) => {
  expect(cleanText(raw, 100)).toEqual({ ok: true, text });
});

test.each([
  ["a\0b", /broken/],
  ["a\ud800", /broken/],
  ["\udc00a", /broken/],
  ["", /Write/],
  [" \n\t ", /Write/],
  ["\u200b\u200d\ufeff\u3164\u2800", /Write/],
  ["\u001b\u0007", /Write/],
  ["123456", /at most 5 /],
  ["1".repeat(1_000_000), /at most 5 /],
])("%j is refused", (raw, reason) => {
  expect(cleanText(raw, 5)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
});

test("where nothing need be written, nothing may be", () => {
  expect(cleanText("", 5, "allowed")).toEqual({ ok: true, text: "" });
  expect(cleanText("a\r\nb\r\n", 4, "allowed")).toEqual({ ok: true, text: "a\nb\n" });
});

test("what is kept is clean and stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 50 }), (raw) => {
      const cleaned = cleanText(raw, 40);
      if (!cleaned.ok) return;
      expect(cleaned.text.length).toBeLessThanOrEqual(40);
      expect(cleaned.text).not.toMatch(/[^\P{Cc}\n\t]/u);
      expect(cleanText(cleaned.text, 40)).toEqual(cleaned);
    }),
    { numRuns: 2_000 },
  );
});
