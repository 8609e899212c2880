import { expect, test } from "vitest";
import { asOf, hasDisappeared } from "./disappeared.ts";
import type { MessageId, UserId } from "./ids.ts";
import { newId } from "./make-id.ts";
import type { Message } from "./messages.ts";

const ana = newId<UserId>(1);
const message: Message = {
  id: newId<MessageId>(1),
  seq: 3,
  rev: 7,
  senderId: ana,
  body: "Short-lived",
  sentAt: 100,
  editedAt: 150,
  replyTo: 2,
  mentions: [ana],
  mentionsAll: true,
  expiresAt: 200,
};

test("until its time a message is what it is", () => {
  expect(asOf(message, 199)).toBe(message);
  const { expiresAt: _, ...lasting } = message;
  expect(asOf(lasting, Number.MAX_SAFE_INTEGER)).toBe(lasting);
});

test("from its time on, only that it was there is left", () => {
  const { id, seq, rev, senderId, sentAt } = message;
  const gone = { id, seq, rev, senderId, body: "", sentAt, deletedAt: 200, expiresAt: 200 };
  expect(asOf(message, 200)).toEqual(gone);
  expect(asOf(gone, 300)).toBe(gone);
  expect([message, gone, { deletedAt: 150 }].map(hasDisappeared)).toEqual([false, true, false]);
});
