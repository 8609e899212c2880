import { expect, test } from "vitest";
import { isWithheld, notReachable, refusalWords, type Tie, ties } from "./blocking.ts";

const neither = { byMe: false, byThem: false };
const mine = { byMe: true, byThem: false };
const theirs = { byMe: false, byThem: true };
const both = { byMe: true, byThem: true };

/** Withheld when neither, I, they, both blocked. A tie that is missing here does not compile. */
const table: Record<Tie, [boolean, boolean, boolean, boolean]> = {
  write: [false, true, true, true],
  add: [false, true, true, true],
  call: [false, true, true, true],
  befriend: [false, true, true, true],
  find: [false, true, true, true],
  mention: [false, true, true, true],
  quote: [false, true, true, true],
  details: [false, true, true, true],
  presence: [false, true, true, true],
  typing: [false, true, true, true],
  receipts: [false, true, true, true],
  count: [false, true, false, true],
};

test.each(ties)("%s", (tie) => {
  expect([neither, mine, theirs, both].map((block) => isWithheld(tie, block))).toEqual(table[tie]);
});

test("whoever is blocked hears what privacy would say; whoever blocked is reminded", () => {
  for (const tie of ["write", "add", "call"] as const) {
    expect(refusalWords(tie, theirs)).toBe(notReachable[tie]);
    expect(refusalWords(tie, neither)).toBe(notReachable[tie]);
    expect(refusalWords(tie, both)).toMatch("You blocked them.");
    expect(refusalWords(tie, mine)).not.toBe(notReachable[tie]);
  }
});
