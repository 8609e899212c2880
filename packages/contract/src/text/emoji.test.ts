import { expect, test } from "vitest";
import { emojiOnly, fullEmoji, isOneEmoji } from "./emoji.ts";

test.each([
  ["😀", 1],
  [" 😀 \n 🎉 ", 2],
  ["👩🏽‍🚀👨‍👩‍👧‍👦🏳️‍🌈🇩🇪🏴󠁧󠁢󠁥󠁮󠁧󠁿1️⃣", 6],
  ["❤️👍🏿☎️", 3],
  ["😀😀😀😀😀😀", 6],
  ["😀😀😀😀😀😀😀", 0],
  ["#️⃣*️⃣", 2],
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

test.each(["👍", "👍🏿", "❤️", "👩🏽‍🚀", "👨‍👩‍👧‍👦", "🏳️‍🌈", "🇩🇪", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "1️⃣", "™️"])("%s is one emoji", (text) => {
  expect(isOneEmoji(text)).toBe(true);
});

test.each([
  ["nothing", ""],
  ["a letter", "a"],
  ["a digit", "1"],
  ["two", "👍👍"],
  ["one with white space", "👍 "],
  ["one with a line break", "👍\n"],
  ["one with a word", "👍ok"],
  ["a heart that may be text", "❤"],
  ["a thumb with a needless mark", "👍\ufe0f"],
  ["half a flag", "🇩"],
  ["a flag of nowhere", "🇽🇽"],
  ["a skin tone on what has no skin", "🎉🏽"],
  ["families that nobody draws", "👍\u200d👍"],
  ["a joiner alone", "\u200d"],
  ["markup", "<b>👍</b>"],
  ["a letter with a heap of marks", `a${"\u0301".repeat(20)}`],
  ["half a character", "\ud83d"],
])("%s is not one emoji", (_, text) => {
  expect(isOneEmoji(text)).toBe(false);
});

test.each([
  ["❤", "❤️"],
  ["👍\ufe0f", "👍"],
  ["👍", "👍"],
  ["ok", undefined],
])("%j means %s", (text, emoji) => {
  expect(fullEmoji(text)).toBe(emoji);
});
