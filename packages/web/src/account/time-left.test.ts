import { expect, test } from "vitest";
import { timeLeft } from "./time-left.ts";

test.each([
  [120_000, "2:00"],
  [119_001, "2:00"],
  [65_000, "1:05"],
  [1, "0:01"],
  [0, "0:00"],
  [-5_000, "0:00"],
])("%d ms", (left, words) => {
  expect(timeLeft(left)).toBe(words);
});
