import { limits } from "@parley/contract";
import { expect, test } from "vitest";
import { levelsOf } from "./decoded-levels.ts";
import { inBase64, peaksFrom } from "./peaks.ts";

test("however long a recording is, it is told in at most 64 stretches, the loudest of each", () => {
  const levels = Array.from({ length: 6_400 }, (_, at) => (at % 100 === 50 ? 200 : 10));
  const peaks = peaksFrom(levels);
  expect(peaks).toHaveLength(64);
  expect(new Set(peaks)).toEqual(new Set([255]));
  expect(inBase64(peaks).length).toBeLessThanOrEqual(limits.peaksCharacters);
});

test("a short one has fewer; nothing at all has one", () => {
  expect([...peaksFrom([100, 50])]).toEqual([255, 128]);
  expect([...peaksFrom([])]).toEqual([0]);
  expect(inBase64(peaksFrom([])).length).toBeGreaterThanOrEqual(4);
});

test("silence stays low", () => {
  expect(Math.max(...peaksFrom([1, 2, 1, 0]))).toBeLessThan(30);
});

test("every level lies in one stretch, also when they do not go up evenly", () => {
  for (const length of [63, 64, 65, 100, 127, 129]) {
    const at = Math.floor(length / 2);
    const levels = Array.from({ length }, (_, index) => (index === at ? 255 : 0));
    expect([...peaksFrom(levels)].filter((peak) => peak === 255)).toHaveLength(1);
  }
});

test("samples become levels: the loudest of each stretch, both ways, what is left over too", () => {
  const samples = Float32Array.of(0, 0.25, 0, -1, 0.1, 0, 0.04);
  expect(levelsOf(samples, 2)).toEqual([128, 255, 81, 51]);
});
