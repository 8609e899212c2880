import { expect, test } from "vitest";
import { namesFor } from "./provided-names.ts";

const first = (...given: string[]) => namesFor(given, "tail").next().value?.name;

test.each([
  ["ada@example.org", "ada"],
  ["  Ada   Lovelace ", "Ada Lovelace"],
  ["<script>alert(1)</script>", "script alert 1 script"],
  ["Ａｄａ", "Ada"],
  ["Jürgen Groß", "Jürgen Groß"],
  ["李小龍", "李小龍"],
  ["@ada", "ada"],
  ["a\u202eb\u0000c", "a b c"],
  ["x".repeat(5_000), "x".repeat(30)],
])("%j becomes %j", (given, name) => expect(first(given)).toBe(name));

test.each(["", "   ", "admin", "\u200b", "!!!", "@", "\ud800"])("%j is no name: the next is taken", (given) => {
  expect(first(given, "Ada")).toBe("Ada");
  expect(first(given)).toBe("Newcomer");
});

test("there are many to choose from, all different, and at last one that is free", () => {
  const names = [...namesFor(["ada", "Ada Lovelace"], "x7fk2")].map(({ name }) => name);
  expect(names.slice(0, 5)).toEqual(["ada", "Ada Lovelace", "Newcomer", "ada-2", "ada-3"]);
  expect(names.at(-1)).toBe("Newcomer-x7fk2");
  expect(new Set(names).size).toBe(names.length);
});
