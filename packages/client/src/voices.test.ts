import type { Message, MessageId, UserId } from "@parley/contract";
import { expect, test } from "vitest";
import { keepingPlay } from "./voices.ts";
import { withMessage, withOwn } from "./windows.ts";

const said = (seq: number, more: Partial<Message> = {}): Message => ({
  ...{ id: `m${seq}` as MessageId, seq, rev: seq, senderId: "anna" as UserId, body: "", sentAt: seq },
  ...more,
});
const windowWith = (...messages: Message[]) => ({ messages, isStart: true, isEnd: true, dividerSeq: null });

test("the first time that something is played counts; what is not in the window is no matter", () => {
  const before = windowWith(said(4), said(5), said(6, { deletedAt: 9 }));
  const after = withOwn(
    before,
    [4, 6, 9].map((seq) => ({ seq, playedAt: 70 })),
  );
  expect(after.messages.map(({ playedAt }) => playedAt)).toEqual([70, undefined, undefined]);
  expect(withOwn(after, [{ seq: 4, playedAt: 80 }])).toBe(after);
});

test("a message that is changed after it was played stays played, unless it is deleted", () => {
  const played = windowWith(said(1, { playedAt: 70 }));
  expect(withMessage(played, said(1, { rev: 2, body: "caption" })).messages[0]).toMatchObject({ playedAt: 70 });
  expect(withMessage(played, said(1, { rev: 2, deletedAt: 90 })).messages[0]).not.toHaveProperty("playedAt");
  expect(keepingPlay(said(1), said(1))).toEqual(said(1));
});
