import type { Sticker, StickerSet } from "@parley/contract";
import { expect, test } from "vitest";
import type { Emoji } from "../emoji/emoji-data.ts";
import { searchStickers, sectionsOf } from "./sticker-sections.ts";

const sticker = (setId: string, emoji: string): Sticker => ({
  setId,
  stickerId: emoji,
  emoji,
  width: 256,
  height: 256,
});
const set = (id: string, name: string, emoji: readonly string[]): StickerSet => ({
  id,
  name,
  stickers: emoji.map((one) => sticker(id, one)),
});
const emoji = (one: string, label: string): Emoji => ({
  ...{ emoji: one, label, codes: [], words: [label], group: 0, version: 1, pale: undefined },
});

const sets = [
  set("feelings", "Feelings", ["❤️", "🎉"]),
  set("ours", "The office cat", ["❤", "👍🏽"]),
  set("none", "None", []),
  { ...set("words", "Described", []), stickers: [{ ...sticker("words", "🎉"), words: "Lazy Käter, Friday" }] },
];
const all = [emoji("❤️", "rotes herz"), emoji("🎉", "konfetti"), emoji("👍", "daumen hoch")];

test("what was sent lately stands first, as far as it is still there; a set without stickers is left out", () => {
  const places = [
    { setId: "ours", stickerId: "❤" },
    { setId: "ours", stickerId: "gone" },
  ];
  expect(sectionsOf(sets, places).map(({ id, stickers }) => [id, stickers.length])).toEqual([
    ["recent", 1],
    ["feelings", 2],
    ["ours", 2],
    ["words", 1],
  ]);
  expect(sectionsOf(sets, []).map(({ id }) => id)).toEqual(["feelings", "ours", "words"]);
});

test("stickers are found by the words of their emoji, however that is written, and by the name of their set", () => {
  const found = (query: string) => searchStickers(sets, all, query).map(({ setId, emoji: one }) => `${setId} ${one}`);
  expect(found("herz")).toEqual(["feelings ❤️", "ours ❤"]);
  expect(found("daumen")).toEqual(["ours 👍🏽"]);
  expect(found("OFFICE")).toEqual(["ours ❤", "ours 👍🏽"]);
  expect(found("nothing")).toEqual([]);
});

test("what its maker said of a sticker comes first, and an emoji means all that stand for it", () => {
  const found = (query: string) => searchStickers(sets, all, query).map(({ setId, emoji: one }) => `${setId} ${one}`);
  for (const query of ["kater", "friday lazy", "KÄTER"]) expect(found(query)[0], query).toBe("words 🎉");
  expect(found("friday monday")).toEqual([]);
  expect(found("❤")).toEqual(["feelings ❤️", "ours ❤"]);
});
