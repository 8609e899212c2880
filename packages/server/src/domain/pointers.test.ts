import fc from "fast-check";
import { expect, test } from "vitest";
import { type Bounds, caughtUp, deliveredUpTo, type Pointers, readUpTo, unreadFrom } from "./pointers.ts";

const at = (readSeq: number, shownReadSeq: number, deliveredSeq: number): Pointers => ({
  readSeq,
  shownReadSeq,
  deliveredSeq,
});

const all = { read: true, delivered: true };
const upTo = (lastSeq: number, shown = all) => ({ lastSeq, shown });

test("reading moves all three forwards, never past the end", () => {
  expect(readUpTo(at(2, 2, 3), 4, upTo(9))).toEqual(at(4, 4, 4));
  expect(readUpTo(at(2, 5, 7), 4, upTo(9))).toEqual(at(4, 5, 7));
  expect(readUpTo(at(2, 2, 2), 99, upTo(9))).toEqual(at(9, 9, 9));
  expect(readUpTo(at(4, 4, 4), 3, upTo(9))).toBeNull();
});

test("marking unread moves only one's own", () => {
  expect(unreadFrom(at(5, 5, 6), 2, 9)).toEqual(at(2, 5, 6));
  expect(unreadFrom(at(5, 5, 6), 5, 9)).toBeNull();
  expect(unreadFrom(at(5, 5, 6), 99, 9)).toEqual(at(9, 5, 6));
});

test("delivery moves only its own, forwards", () => {
  expect(deliveredUpTo(at(1, 1, 3), 6, upTo(9))).toEqual(at(1, 1, 6));
  expect(deliveredUpTo(at(1, 1, 3), 2, upTo(9))).toBeNull();
});

test("what is hidden stays where it was, and comes along with the next move that is shown", () => {
  const noReading = { read: false, delivered: true };
  const nothing = { read: false, delivered: false };
  expect(readUpTo(at(2, 2, 3), 6, upTo(9, noReading))).toEqual(at(6, 2, 6));
  expect(readUpTo(at(2, 2, 3), 6, upTo(9, nothing))).toEqual(at(6, 2, 3));
  expect(deliveredUpTo(at(2, 2, 3), 6, upTo(9, noReading))).toEqual(at(2, 2, 6));
  expect(deliveredUpTo(at(2, 2, 3), 6, upTo(9, nothing))).toBeNull();
  expect(readUpTo(at(6, 2, 3), 7, upTo(9))).toEqual(at(7, 7, 7));
});

test("what was read apart is shown at last, as far as it is to be, and what was shown before stays", () => {
  expect(caughtUp(at(6, 2, 3), all)).toEqual(at(6, 6, 6));
  expect(caughtUp(at(6, 2, 3), { read: false, delivered: true })).toEqual(at(6, 2, 6));
  expect(caughtUp(at(6, 2, 3), { read: false, delivered: false })).toBeNull();
  expect(caughtUp(at(1, 2, 3), all)).toBeNull();
});

test("whatever happens, what others are shown never goes back and never passes the end", () => {
  const shown = fc.record({ read: fc.boolean(), delivered: fc.boolean() });
  const move = fc.constantFrom("read", "unread", "delivered");
  const step = fc.record({ move, seq: fc.nat(40), shown });
  fc.assert(
    fc.property(fc.array(step), fc.nat(30), (steps, lastSeq) => {
      let pointers = at(0, 0, 0);
      for (const { seq, ...how } of steps) {
        const next = moved(pointers, seq, { ...how, lastSeq }) ?? pointers;
        expect(next.shownReadSeq).toBeGreaterThanOrEqual(pointers.shownReadSeq);
        expect(next.deliveredSeq).toBeGreaterThanOrEqual(pointers.deliveredSeq);
        for (const value of Object.values(next)) expect(value).toBeLessThanOrEqual(lastSeq);
        pointers = next;
      }
    }),
  );
});

function moved(pointers: Pointers, seq: number, { move, ...bounds }: Bounds & { move: string }): Pointers | null {
  if (move === "unread") return unreadFrom(pointers, seq, bounds.lastSeq);
  return move === "read" ? readUpTo(pointers, seq, bounds) : deliveredUpTo(pointers, seq, bounds);
}
