import type { UserId } from "@parley/contract";
import { expect, test } from "vitest";
import { heirOf, whyNotDelete } from "./account-deletion.ts";

test("nothing is left without an owner", () => {
  expect(whyNotDelete(false, [])).toBeNull();
  expect(whyNotDelete(true, [])).toContain("server");
  expect(whyNotDelete(false, ["Chess", "Tea"])).toContain("“Chess”, “Tea”");
});

test("a moderator inherits before a member, and whoever came first", () => {
  const member = (id: string, role: "member" | "moderator", joinedAt: number) => ({
    userId: id as UserId,
    role,
    joinedAt,
  });
  const [first, second, late] = [member("a", "member", 1), member("b", "moderator", 3), member("c", "moderator", 2)];
  expect(heirOf([first, second, late])).toBe(late);
  expect(heirOf([first, member("z", "member", 1)])).toBe(first);
  expect(heirOf([])).toBeUndefined();
});
