import { expect, test } from "vitest";
import { tokenAt } from "./completion.ts";

test.each([
  ["@", 1, { sign: "@", query: "", start: 0 }],
  ["hi @an", 6, { sign: "@", query: "an", start: 3 }],
  ["(#ops", 5, { sign: "#", query: "ops", start: 1 }],
  ["so :smi", 7, { sign: ":", query: "smi", start: 3 }],
  ["😀:+1", 5, { sign: ":", query: "+1", start: 2 }],
  ["hi @an there", 6, { sign: "@", query: "an", start: 3 }],
])("%j at %i is a token", (text, caret, token) => {
  expect(tokenAt(text, caret)).toEqual(token);
});

test.each([
  ["mail@example", 12],
  ["hi @an there", 12],
  ["", 0],
  [":", 1],
  [":D", 2],
  [":-)", 3],
  ["12:30", 5],
  ["https://", 8],
  ["std::vector", 11],
  ["a#b", 3],
])("%j at %i is none", (text, caret) => {
  expect(tokenAt(text, caret)).toBeNull();
});
