import { expect, test } from "vitest";
import { parseText } from "./parse-text.ts";
import { plainText } from "./preview.ts";

test.each([
  ["**a** _b_ ~~c~~ `d`", "a b c d"],
  ["a\n\n  b\tc", "a b c"],
  ["the end: ||the **butler** did it||!", "the end: ▒▒▒!"],
  ["> quoted\nanswer", "quoted answer"],
  ["- a\n- b\n  - c", "a b c"],
  ["```js\nlet a = 1;\nlet b;\n```", "let a = 1; let b;"],
  ["[site](https://a.example) @Bob #Room", "site @Bob #Room"],
  ["", ""],
])("the preview of %j", (body, expected) => {
  expect(plainText(parseText(body))).toBe(expected);
});
