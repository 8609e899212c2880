import type { UserId } from "@parley/contract";
import { expect, test } from "vitest";
import { directKey } from "./direct-key.ts";

const ids = (...names: string[]) => names as UserId[];

test("the same people, in any order and however often, have the same key; others another", () => {
  expect(directKey(ids("b", "a"))).toBe(directKey(ids("a", "b", "a")));
  expect(directKey(ids("a", "b", "c"))).not.toBe(directKey(ids("a", "b")));
});
