import { expect, test } from "vitest";
import { storedSuspension, whySuspended } from "./suspension.ts";
import { endOf, untilWords } from "./terms.ts";

test("a suspension holds until it is over, or for good", () => {
  expect(whySuspended(null, 5)).toBeNull();
  expect(whySuspended(storedSuspension(endOf(10, 0)), 5)).toBe(
    "This account is suspended until 1 January 1970 at 00:00 UTC.",
  );
  expect(whySuspended(storedSuspension(endOf(10, 0)), 10)).toBeNull();
  expect(whySuspended(storedSuspension(endOf(null, 0)), 5)).toMatch(/^This account is suspended\. /);
});

test("what is for good has no end in words", () => {
  expect(untilWords(endOf(null, 0))).toBe("");
  expect(untilWords(Date.UTC(2031, 4, 6, 7, 8))).toBe(" until 6 May 2031 at 07:08 UTC");
});
