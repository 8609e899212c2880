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
import { type Counting, countUnread, leavesCountsUnsure } from "./unread.ts";

const me = newId<UserId>(1);
const ann = newId<UserId>(1);
const zoe = newId<UserId>(1);
/** I blocked Zoe. */
const by: Counting = { meId: me, isBlocked: (userId) => userId === zoe };

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

const accepted = (rev: number): EventPair => ["room:accepted", { rev: 1, state: anEntry({ rev }, null).state }];

const five = [
  aMessage(1),
  aMessage(2, { senderId: me }),
  aMessage(3, { mentions: [me] }),
  aMessage(4, { deletedAt: 1, body: "" }),
  aMessage(5),
];

test("a window that reaches back to my pointer tells the counts", () => {
  expect(countUnread(anEntry({}, five), 0, by)).toEqual({ unread: 3, mentions: 1 });
  expect(countUnread(anEntry({}, five), 3, by)).toEqual({ unread: 1, mentions: 0 });
  expect(countUnread(anEntry({}, five.slice(2)), 2, by)).toEqual({ unread: 2, mentions: 1 });
  expect(countUnread(anEntry({}, five, "direct"), 0, by)).toEqual({ unread: 3, mentions: 3 });
  expect(countUnread(anEntry({}, null), 5, by)).toEqual({ unread: 0, mentions: 0 });
});

test("nothing counts of people whom I blocked, nor in a stranger's request", () => {
  const theirs = [...five.slice(0, 4), aMessage(5, { senderId: zoe, mentions: [me] })];
  expect(countUnread(anEntry({}, theirs), 0, by)).toEqual({ unread: 2, mentions: 1 });
  expect(countUnread(anEntry({}, theirs, "direct"), 3, by)).toEqual({ unread: 0, mentions: 0 });
  expect(countUnread(anEntry({ isRequest: true }, five, "direct"), 0, by)).toEqual({ unread: 0, mentions: 0 });
  expect(countUnread(anEntry({ isRequest: true }, null, "direct"), 0, by)).toEqual({ unread: 0, mentions: 0 });
});

test("a window that does not, or that is ahead of the room, tells nothing", () => {
  expect(countUnread(anEntry({}, five.slice(2)), 1, by)).toBeNull();
  expect(countUnread(anEntry({}, null), 1, by)).toBeNull();
  expect(countUnread(anEntry({ rev: 4 }, five), 0, by)).toBeNull();
});

test("more than 999 is only that", () => {
  const many = Array.from({ length: 1_200 }, (_, at) => aMessage(at + 1, { rev: 1 }));
  expect(countUnread(anEntry({ lastSeq: 1_200 }, many), 0, by)?.unread).toBe(1_000);
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
  [
    "a deletion by somebody whom I blocked",
    anEntry({ unread: 1_000, mentions: 1 }, null),
    ["message:deleted", aMessage(3, { senderId: zoe })],
    false,
  ],
  [
    "an edit in a request",
    anEntry({ isRequest: true }, null),
    ["message:edited", aMessage(3, { mentions: [me] })],
    false,
  ],
  ["a request accepted as we know it", anEntry({ isRequest: true }, null), accepted(9), false],
  ["a request accepted where we are behind", anEntry({ isRequest: true }, null), accepted(10), true],
])("the server is asked for the counts when it must be: %s", (...[, entry, event, isUnsure]) => {
  expect(leavesCountsUnsure(entry, event, by)).toBe(isUnsure);
});
