import { expect, test } from "vitest";
import { order } from "../words/en/order.ts";
import { expiryTerms, slowTerms, termWords, withCurrent } from "./terms.ts";

test.each([
  [5_000, "5 seconds"],
  [60_000, "1 minute"],
  [90_000, "90 seconds"],
  [3_600_000, "1 hour"],
  [28_800_000, "8 hours"],
  [86_400_000, "1 day"],
  [7_776_000_000, "90 days"],
])("%d ms", (ms, words) => {
  expect(termWords({ order }, ms)).toBe(words);
});

test("every offered term has words of its own", () => {
  for (const terms of [expiryTerms, slowTerms]) {
    const words = terms.map((term) => termWords({ order }, term));
    expect(new Set(words).size).toBe(terms.length);
  }
});

test("a term that is set is offered, wherever it came from", () => {
  expect(withCurrent([1_000, 3_000], 2_000)).toEqual([1_000, 2_000, 3_000]);
  expect(withCurrent([1_000, 3_000], 3_000)).toEqual([1_000, 3_000]);
  expect(withCurrent([1_000], null)).toEqual([1_000]);
});
