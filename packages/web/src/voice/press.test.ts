import { expect, test } from "vitest";
import { askedBy, askedOnRelease, nearness } from "./press.ts";

const at = (dx: number, dy: number, heldMs = 2_000) => ({ dx, dy, heldMs });

test("a finger that hardly moves holds; upwards it locks, to the left it cancels", () => {
  expect(askedBy(at(0, 0))).toBe("hold");
  expect(askedBy(at(-60, -20))).toBe("hold");
  expect(askedBy(at(-10, -70))).toBe("lock");
  expect(askedBy(at(-120, -10))).toBe("cancel");
  // To the right and downwards there is nothing.
  expect(askedBy(at(200, 200))).toBe("hold");
});

test("on a slant, it is what it goes to most", () => {
  expect(askedBy(at(-90, -70))).toBe("hold");
  expect(askedBy(at(-115, -200))).toBe("cancel");
});

test("lifted soon it was a tap, later it sends", () => {
  expect(askedOnRelease(at(0, 0, 150))).toBe("lock");
  expect(askedOnRelease(at(0, 0, 900))).toBe("send");
});

test("nearness goes from nothing to all", () => {
  expect(nearness(at(0, 0))).toEqual({ cancel: 0, lock: 0 });
  expect(nearness(at(-55, -32))).toEqual({ cancel: 0.5, lock: 0.5 });
  expect(nearness(at(-500, 30))).toEqual({ cancel: 1, lock: 0 });
});
