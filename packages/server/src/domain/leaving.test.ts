import { expect, test } from "vitest";
import { whyNotLeave } from "./leaving.ts";

const room = { isLobby: false, kind: "private", memberCount: 3 } as const;

test("members leave; the last owner only when nobody else is in", () => {
  expect(whyNotLeave(room, "member", 1)).toBeNull();
  expect(whyNotLeave(room, "moderator", 1)).toBeNull();
  expect(whyNotLeave(room, "owner", 2)).toBeNull();
  expect(whyNotLeave(room, "owner", 1)).toContain("only owner");
  expect(whyNotLeave({ ...room, memberCount: 1 }, "owner", 1)).toBeNull();
});

test("nobody leaves the lobby or a private conversation", () => {
  expect(whyNotLeave({ ...room, isLobby: true, kind: "public" }, "member", 1)).toContain("Everybody");
  expect(whyNotLeave({ ...room, kind: "direct" }, "member", 0)).toContain("private conversation");
});
