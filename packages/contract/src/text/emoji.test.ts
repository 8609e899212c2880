import { expect, test } from "vitest";
import { emojiOnly } from "./emoji.ts";

test.each([
  ["😀", 1],
  [" 😀 \n 🎉 ", 2],
  ["👩🏽‍🚀👨‍👩‍👧‍👦🏳️‍🌈🇩🇪🏴󠁧󠁢󠁥󠁮󠁧󠁿1️⃣", 6],
  ["❤️👍🏿☎️", 3],
  ["😀😀😀😀😀😀", 6],
  ["😀😀😀😀😀😀😀", 0],
  ["😀!", 0],
  ["a", 0],
  ["1", 0],
  ["™", 0],
  ["↔", 0],
  ["", 0],
  [" ", 0],
  ["🇩", 0],
  ["\u200d\ufe0f", 0],
  ["😀".repeat(25_000), 0],
])("emoji in %j: %i", (body, count) => {
  expect(emojiOnly(body)).toBe(count);
});
