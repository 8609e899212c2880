import { expect, test } from "vitest";
import { arrowMove } from "./arrow-move.ts";

/** Three columns: a month of five squares, and one of two. */
const boxes = [0, 1, 2, 3, 4, 6, 7].map((at) => ({ left: (at % 3) * 100, top: Math.floor(at / 3) * 100 }));

test.each([
  ["ArrowRight", 0, 1],
  ["ArrowLeft", 0, 0],
  ["ArrowRight", 6, 6],
  ["ArrowDown", 1, 4],
  ["ArrowDown", 2, 4],
  ["ArrowDown", 4, 6],
  ["ArrowDown", 6, 6],
  ["ArrowUp", 5, 3],
  ["ArrowUp", 4, 1],
  ["ArrowUp", 2, 2],
  ["Home", 5, 0],
  ["End", 1, 6],
  ["x", 1, null],
])("%s leads from %i to %o", (key, now, next) => {
  expect(arrowMove(key, boxes, { now, isMirrored: false })).toBe(next);
});

test("where one reads from right to left, sideways is the other way", () => {
  expect(arrowMove("ArrowLeft", boxes, { now: 0, isMirrored: true })).toBe(1);
});
