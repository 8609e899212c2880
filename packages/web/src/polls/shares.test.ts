import { expect, test } from "vitest";
import { sharesOf } from "./shares.ts";

test("shares add up to a hundred where each voter has one vote, and equals are treated alike", () => {
  expect(sharesOf([0, 0], 0, false)).toEqual([0, 0]);
  expect(sharesOf([1, 0], 1, false)).toEqual([100, 0]);
  expect(sharesOf([2, 1, 4], 7, false)).toEqual([29, 14, 57]);
  expect(sharesOf([1, 1, 1], 3, false)).toEqual([33, 33, 33]);
  expect(sharesOf([1, 1, 1, 3], 6, false)).toEqual([17, 17, 17, 50]);
});

test("where one may choose several, each is of all voters", () => {
  expect(sharesOf([3, 2, 0], 3, true)).toEqual([100, 67, 0]);
});
