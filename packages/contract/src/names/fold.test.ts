import { expect, test } from "vitest";
import { foldHandle, foldRoomName } from "./fold.ts";

test.each([
  ["Anna Lee", "anna_lee"],
  ["  ANNA\u3000LEE ", "anna_lee"],
  ["O'Brien", "obrien"],
  ["O’Brien", "obrien"],
  ["J. Doe Jr.", "j._doe_jr"],
  ["_x_", "x"],
  ["Groß", "gross"],
  ["GROSS", "gross"],
  ["GROẞ", "gross"],
  ["ﬁnn", "finn"],
  ["ＡＮＮ", "ann"],
  ["Jose\u0301", "jos\u00e9"],
  ["İstanbul", "istanbul"],
  ["ΟΔΟΣ", "οδοσ"],
  ["οδος", "οδοσ"],
  ["❤️ Ann", "❤_ann"],
  ["👩🏽‍🚀", "👩🏽‍🚀"],
  ["...", ""],
])("the handle of %j is %j", (name, handle) => {
  expect(foldHandle(name)).toBe(handle);
});

test.each([
  ["#Big Plans", "big-plans"],
  [" # Big  Plans! ", "big-plans!"],
  ["big-plans", "big-plans"],
  ["Straße", "strasse"],
])("the room name %j folds to %j", (name, folded) => {
  expect(foldRoomName(name)).toBe(folded);
});
