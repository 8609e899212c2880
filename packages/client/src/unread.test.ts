import {
  type EventPair,
  type Message,
  type MessageId,
  newId,
  type RoomId,
  type RoomState,
  type UserId,
} from "@parley/contract";
import { expect, test } from "vitest";
import { plainRoom, plainState } from "../test/plain-room.ts";
import { emptyEntry, type RoomEntry } from "./state.ts";
import { countUnread, leavesCountsUnsure } from "./unread.ts";

const me = newId<UserId>(1);
const ann = newId<UserId>(1);

function aMessage(seq: number, more: Partial<Message> = {}): Message {
  return { id: newId<MessageId>(1), seq, rev: seq, senderId: ann, body: "text", sentAt: 1, ...more };
}

function anEntry(
  state: Partial<RoomState>,
  messages: readonly Message[] | null,
  kind: "public" | "direct" = "public",
): RoomEntry {
  const room = { ...plainRoom, id: newId<RoomId>(1), kind, name: "talk", memberCount: 2 };
  const counts = { rev: 9, lastSeq: 5, readSeq: 0, unread: 0, mentions: 0 };
  const entry = emptyEntry({
    ...plainState,
    room,
    ...counts,
    ...state,
  });
  const isStart = messages?.[0]?.seq === 1;
  return { ...entry, window: messages && { messages, isStart, isEnd: true, dividerSeq: null } };
}

const five = [
  aMessage(1),
  aMessage(2, { senderId: me }),
  aMessage(3, { mentions: [me] }),
  aMessage(4, { deletedAt: 1, body: "" }),
  aMessage(5),
];

test("a window that reaches back to my pointer tells the counts", () => {
  expect(countUnread(anEntry({}, five), 0, me)).toEqual({ unread: 3, mentions: 1 });
  expect(countUnread(anEntry({}, five), 3, me)).toEqual({ unread: 1, mentions: 0 });
  expect(countUnread(anEntry({}, five.slice(2)), 2, me)).toEqual({ unread: 2, mentions: 1 });
  expect(countUnread(anEntry({}, five, "direct"), 0, me)).toEqual({ unread: 3, mentions: 3 });
  expect(countUnread(anEntry({}, null), 5, me)).toEqual({ unread: 0, mentions: 0 });
});

test("a window that does not, or that is ahead of the room, tells nothing", () => {
  expect(countUnread(anEntry({}, five.slice(2)), 1, me)).toBeNull();
  expect(countUnread(anEntry({}, null), 1, me)).toBeNull();
  expect(countUnread(anEntry({ rev: 4 }, five), 0, me)).toBeNull();
});

test("more than 999 is only that", () => {
  const many = Array.from({ length: 1_200 }, (_, at) => aMessage(at + 1, { rev: 1 }));
  expect(countUnread(anEntry({ lastSeq: 1_200 }, many), 0, me)?.unread).toBe(1_000);
});

test.each<[string, RoomEntry, EventPair, boolean]>([
  ["a deletion of what we hold", anEntry({ mentions: 1 }, five), ["message:deleted", aMessage(3, { rev: 10 })], false],
  [
    "a deletion of what we do not, with mentions",
    anEntry({ mentions: 1 }, null),
    ["message:deleted", aMessage(3)],
    true,
  ],
  ["the same without mentions", anEntry({ unread: 1 }, null), ["message:deleted", aMessage(3)], false],
  ["the same in a direct room", anEntry({ mentions: 1 }, null, "direct"), ["message:deleted", aMessage(3)], false],
  [
    "a deletion where there were too many to count",
    anEntry({ unread: 1_000 }, five),
    ["message:deleted", aMessage(5, { rev: 10 })],
    true,
  ],
  ["an edit of what I have read", anEntry({ readSeq: 5, mentions: 1 }, null), ["message:edited", aMessage(3)], false],
  ["an edit that may call me anew", anEntry({}, null), ["message:edited", aMessage(3, { mentions: [me] })], true],
])("the server is asked for the counts when it must be: %s", (...[, entry, event, isUnsure]) => {
  expect(leavesCountsUnsure(entry, event, me)).toBe(isUnsure);
});
