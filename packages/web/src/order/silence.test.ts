import { limits, openRules, type RoomState } from "@parley/contract";
import { expect, test } from "vitest";
import { silenceIn } from "./silence.ts";

const now = 1_000_000;
type Some = Partial<Pick<RoomState, "role" | "mutedUntil">> & { post?: "everyone" | "moderators" };

function inRoom({ post = "everyone", role = "member", mutedUntil = null }: Some) {
  const room = { kind: "public", isLobby: false, rules: { ...openRules, post } };
  return silenceIn({ room, role, mutedUntil } as RoomState, now);
}

test("whoever is not muted writes where everyone may", () => {
  expect(inRoom({})).toBeNull();
  expect(inRoom({ mutedUntil: now })).toBeNull();
});

test("announcements are for moderators and owners", () => {
  expect(inRoom({ post: "moderators" })).toEqual({ why: "announcement" });
  expect(inRoom({ post: "moderators", role: "moderator" })).toBeNull();
  expect(inRoom({ post: "moderators", role: "owner" })).toBeNull();
});

test("a muted member is told until when, also where only moderators write", () => {
  expect(inRoom({ mutedUntil: now + 1 })).toEqual({ why: "muted", until: now + 1 });
  expect(inRoom({ mutedUntil: limits.forGood, post: "moderators" })).toEqual({ why: "muted", until: limits.forGood });
});
