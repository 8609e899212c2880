import { expect, test } from "vitest";
import { isTooDeep } from "./is-too-deep.ts";

const nested = (depth: number, wrap: (inner: unknown) => unknown) => {
  let value: unknown = 1;
  for (let at = 0; at < depth; at += 1) value = wrap(value);
  return value;
};

test.each([
  ["arrays", 1, (inner: unknown) => [inner]],
  ["objects", 1, (inner: unknown) => ({ a: 1, b: inner })],
  ["both, late", 2, (inner: unknown) => [1, { a: 2, b: inner }]],
] as const)("%s", (_, perLevel, wrap) => {
  expect(isTooDeep(nested(16 / perLevel, wrap), 16)).toBe(false);
  expect(isTooDeep(nested(16 / perLevel + 1, wrap), 16)).toBe(true);
});

test("no depth and no width overflows the stack", () => {
  expect(
    isTooDeep(
      nested(400_000, (inner) => [inner]),
      16,
    ),
  ).toBe(true);
  expect(
    isTooDeep(
      Array.from({ length: 200_000 }, () => [1]),
      16,
    ),
  ).toBe(false);
});

test.each([undefined, null, 1, "x", [], {}])("%j is flat", (value) => expect(isTooDeep(value, 1)).toBe(false));
