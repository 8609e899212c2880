import type { Message, ReactionChange, UserId } from "@parley/contract";
import { expect, test } from "vitest";
import { keepingReactions, shownReactions, withMark, withMine } from "./reactions.ts";

const [me, anna, ben] = ["me", "anna", "ben"] as UserId[] as [UserId, UserId, UserId];
const plain = { id: "m", seq: 1, rev: 1, senderId: anna, body: "Hello", sentAt: 1 } as Message;
const thumb = { emoji: "👍", count: 1, userIds: [anna] };
const change = (more: Partial<ReactionChange>): ReactionChange => ({
  rev: 2,
  seq: 1,
  emoji: "👍",
  userId: anna,
  isOn: true,
  reaction: thumb,
  ...more,
});

test("a kind that is new is the last; one that is gone leaves the rest in place", () => {
  const one = withMark(plain, change({}), me);
  expect(one).toEqual({ ...plain, rev: 2, reactions: [thumb] });
  const heart = { emoji: "❤️", count: 1, userIds: [ben] };
  const two = withMark(one, change({ rev: 3, emoji: "❤️", userId: ben, reaction: heart }), me);
  expect(two.reactions).toEqual([thumb, heart]);
  const rest = withMark(two, change({ rev: 4, isOn: false, reaction: null }), me);
  expect(rest).toEqual({ ...plain, rev: 4, reactions: [heart] });
  expect(withMark(rest, change({ rev: 5, emoji: "❤️", reaction: null }), me)).toEqual({ ...plain, rev: 5 });
});

test("that one is mine is known from my own changes alone, and stays known through those of others", () => {
  const both = { emoji: "👍", count: 2, userIds: [anna, me] };
  const mine = withMark(plain, change({ userId: me, reaction: both }), me);
  expect(mine.reactions).toEqual([{ ...both, isMine: true }]);
  const three = { emoji: "👍", count: 3, userIds: [anna, me, ben] };
  const stays = withMark(mine, change({ rev: 3, userId: ben, reaction: three }), me);
  expect(stays.reactions).toEqual([{ ...three, isMine: true }]);
  const gone = withMark(
    stays,
    change({ rev: 4, userId: me, isOn: false, reaction: { ...both, userIds: [anna, ben] } }),
    me,
  );
  expect(gone.reactions?.[0]).not.toHaveProperty("isMine");
});

test("before the server has said so, mine is shown; twice changes nothing, nor does it wake the dead", () => {
  const message = { ...plain, reactions: [thumb] };
  const on = withMine(message, { emoji: "👍", isOn: true }, me);
  expect(on.reactions).toEqual([{ emoji: "👍", count: 2, userIds: [anna, me], isMine: true }]);
  expect(withMine(on, { emoji: "👍", isOn: true }, me)).toBe(on);
  expect(withMine(on, { emoji: "👍", isOn: false }, me)).toEqual(message);
  const alone = withMine(plain, { emoji: "🎉", isOn: true }, me);
  expect(withMine(alone, { emoji: "🎉", isOn: false }, me)).toEqual(plain);
  const dead = { ...plain, deletedAt: 2 };
  expect(withMine(dead, { emoji: "🎉", isOn: true }, me)).toBe(dead);
});

test("an edit keeps them, a deletion does not", () => {
  const known = { ...plain, reactions: [thumb] };
  expect(keepingReactions({ ...plain, body: "Edited" }, known)).toEqual({ ...known, body: "Edited" });
  const tombstone = { ...plain, body: "", deletedAt: 2 };
  expect(keepingReactions(tombstone, known)).toBe(tombstone);
});

test("those of people I blocked count for nothing here", () => {
  const isBlocked = (userId: UserId) => userId === ben;
  const both = { emoji: "👍", count: 2, userIds: [ben, anna] };
  const his = { emoji: "👎", count: 1, userIds: [ben] };
  expect(shownReactions({ ...plain, reactions: [both, his] }, isBlocked)).toEqual([thumb]);
  const reactions = [thumb];
  expect(shownReactions({ ...plain, reactions }, isBlocked)).toBe(reactions);
  expect(shownReactions(plain, isBlocked)).toEqual([]);
});
