import { expect, test } from "vitest";
import { tokensOf } from "./tokens.ts";

test.each([
  ["Hello, World! 42", ["hello", "world", "42"]],
  ["don't e-mail snake_case a@b.com", ["don", "t", "e", "mail", "snake", "case", "a", "b", "com"]],
  ["Éclair naïve Straße İstanbul ΣΊΣΥΦΟΣ", ["eclair", "naive", "strasse", "istanbul", "σισυφοσ"]],
  ["ﬁne ＡＢＣ ①", ["fine", "abc", "1"]],
  ["東京タワー", ["東", "京", "タ", "ワ", "ー"]],
  ["ガギ ｶﾞｷﾞ カキ", ["ガ", "ギ", "ガ", "ギ", "カ", "キ"]],
  ["ภาษาไทย", ["ภ", "า", "ษ", "า", "ไ", "ท", "ย"]],
  ["학교에서", ["학", "교", "에", "서"]],
  ["iPhone用ケース", ["iphone", "用", "ケ", "ー", "ス"]],
  ["Привет, мир", ["привет", "мир"]],
  ["مَرْحَبًا", ["مرحبا"]],
  ["👍🏽 👍 👩‍💻 🇩🇪 1️⃣ ❤️", ["👍", "👍", "👩‍💻", "🇩🇪", "1⃣", "❤"]],
  ["ok👍ok", ["ok", "👍", "ok"]],
  ["!!! … 、。", []],
  ["", []],
])("%j has the terms %j", (text, terms) => {
  expect(tokensOf(text).map(({ term }) => term)).toEqual(terms);
});

test("says where each stands, in UTF-16 units", () => {
  const text = "👍 Éclair 東京";
  expect(tokensOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(["👍", "Éclair", "東", "京"]);
});

test("cuts what nobody types", () => {
  expect(tokensOf("x".repeat(8_000)).map(({ term }) => term.length)).toEqual([64]);
});

test("a term has no space and no colon, whatever the text: they are for the index", () => {
  for (let code = 0; code <= 0x1ffff; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    for (const { term } of tokensOf(String.fromCodePoint(code)))
      if (/[\s:'"\\]/.test(term)) expect(`U+${code.toString(16)}: ${term}`).toBe("");
  }
});
