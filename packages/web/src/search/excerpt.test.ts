import { expect, test } from "vitest";
import { excerptOf } from "./excerpt.ts";

const excerpt = (body: string, ...words: readonly string[]) => {
  const marks = words.map((word): [number, number] => [body.indexOf(word), body.indexOf(word) + word.length]);
  const parts = excerptOf({ message: { body } as Parameters<typeof excerptOf>[0]["message"], marks });
  return parts.map(({ text, isMarked }) => (isMarked ? `<${text}>` : text)).join("");
};

test.each([
  ["the harbour at dawn", ["harbour"], "the <harbour> at dawn"],
  ["**harbour** and `dawn`", ["harbour", "dawn"], "<harbour> and <dawn>"],
  ["one\n> two\nthree", ["two", "three"], "one <two> <three>"],
  ["見て、東京タワー", ["東京"], "見て、<東京>タワー"],
  ["no mark at all", [], "no mark at all"],
  ["call @mara about [the plan](https://example.org/plan)", ["mara", "plan"], "call @<mara> about the <plan>"],
])("%s", (body, words, shown) => {
  expect(excerpt(body, ...words)).toBe(shown);
});

test("what a spoiler hides is not given away, also where it was found", () => {
  expect(excerpt("the butler ||did it in the library||", "library")).toBe("the butler ▒▒▒");
});

test("a long text begins a little before what was found, at a word", () => {
  const shown = excerpt(`${"lorem ".repeat(100)}harbour ${"ipsum ".repeat(100)}`, "harbour");
  expect(shown).toMatch(/^…(lorem ){5,7}<harbour> ipsum/);
  expect(shown).toMatch(/…$/);
});

test("no character is cut in two", () => {
  const shown = excerpt(`${"👩".repeat(60)}harbour${"👩".repeat(200)}`, "harbour");
  expect(shown).not.toMatch(/(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])/);
});
