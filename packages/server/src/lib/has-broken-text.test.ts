import { expect, test } from "vitest";
import { hasBrokenText } from "./has-broken-text.ts";

test.each(["", "text", "👩‍👩‍👧", null, 5, true, undefined, { a: ["b", { c: "d" }] }, []])("%j is whole", (value) => {
  expect(hasBrokenText(value)).toBe(false);
});

test.each(["a\0", "\ud800", "\udc00x", ["ok", "\0"], { a: { b: [{ c: "\ud83d" }] } }])("%j is broken", (value) => {
  expect(hasBrokenText(value)).toBe(true);
});
