import { openRules } from "@parley/contract";
import { expect, test } from "vitest";
import { slowModeWait } from "./slow-mode.ts";

const slow = { ...openRules, slowModeMs: 1_000 };

test("a member waits from their last message on, a moderator never", () => {
  const member = { role: "member", spokeAt: 5_000 } as const;
  expect(slowModeWait(slow, member, 5_000)).toBe(1_000);
  expect(slowModeWait(slow, member, 5_999)).toBe(1);
  expect(slowModeWait(slow, member, 6_000)).toBe(0);
  expect(slowModeWait(slow, { ...member, spokeAt: null }, 5_000)).toBe(0);
  expect(slowModeWait(openRules, member, 5_000)).toBe(0);
  for (const role of ["moderator", "owner"] as const) expect(slowModeWait(slow, { ...member, role }, 5_000)).toBe(0);
});

test("a clock that was put back makes nobody wait longer", () => {
  expect(slowModeWait(slow, { role: "member", spokeAt: 9_000_000 }, 0)).toBe(1_000);
});
