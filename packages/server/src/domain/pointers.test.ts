import fc from "fast-check";
import { expect, test } from "vitest";
import { deliveredUpTo, type Pointers, readUpTo, unreadFrom } from "./pointers.ts";

const at = (readSeq: number, shownReadSeq: number, deliveredSeq: number): Pointers => ({
  readSeq,
  shownReadSeq,
  deliveredSeq,
});

test("reading moves all three forwards, never past the end", () => {
  expect(readUpTo(at(2, 2, 3), 4, 9)).toEqual(at(4, 4, 4));
  expect(readUpTo(at(2, 5, 7), 4, 9)).toEqual(at(4, 5, 7));
  expect(readUpTo(at(2, 2, 2), 99, 9)).toEqual(at(9, 9, 9));
  expect(readUpTo(at(4, 4, 4), 3, 9)).toBeNull();
});

test("marking unread moves only one's own", () => {
  expect(unreadFrom(at(5, 5, 6), 2, 9)).toEqual(at(2, 5, 6));
  expect(unreadFrom(at(5, 5, 6), 5, 9)).toBeNull();
  expect(unreadFrom(at(5, 5, 6), 99, 9)).toEqual(at(9, 5, 6));
});

test("delivery moves only its own, forwards", () => {
  expect(deliveredUpTo(at(1, 1, 3), 6, 9)).toEqual(at(1, 1, 6));
  expect(deliveredUpTo(at(1, 1, 3), 2, 9)).toBeNull();
});

test("whatever happens, what others are shown never goes back and never passes the end", () => {
  const step = fc.record({ move: fc.constantFrom(readUpTo, unreadFrom, deliveredUpTo), seq: fc.nat(40) });
  fc.assert(
    fc.property(fc.array(step), fc.nat(30), (steps, lastSeq) => {
      let pointers = at(0, 0, 0);
      for (const { move, seq } of steps) {
        const next = move(pointers, seq, lastSeq) ?? pointers;
        expect(next.shownReadSeq).toBeGreaterThanOrEqual(pointers.shownReadSeq);
        expect(next.deliveredSeq).toBeGreaterThanOrEqual(pointers.deliveredSeq);
        for (const value of Object.values(next)) expect(value).toBeLessThanOrEqual(lastSeq);
        pointers = next;
      }
    }),
  );
});
