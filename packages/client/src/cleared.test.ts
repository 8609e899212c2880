import { type Message, type MessageId, newId, type RoomId, type UserId } from "@parley/contract";
import { expect, test } from "vitest";
import { plainRoom, plainState } from "../test/plain-room.ts";
import { restoredState } from "./cache.ts";
import { withoutCleared } from "./cleared.ts";
import { emptyEntry, type RoomEntry, type RoomWindow } from "./state.ts";

const ann = newId<UserId>(1);

function aMessage(seq: number, more: Partial<Message> = {}): Message {
  return { id: newId<MessageId>(1), seq, rev: seq, senderId: ann, body: `text ${seq}`, sentAt: 1, ...more };
}

const messages = [3, 4, 5, 6].map((seq) => aMessage(seq));

function anEntry(clearedSeq: number, window: Partial<RoomWindow> = {}): RoomEntry {
  const room = { ...plainRoom, id: newId<RoomId>(1), kind: "public", name: "talk", memberCount: 1 } as const;
  const counts = { rev: 6, lastSeq: 6, readSeq: 0, unread: 0, mentions: 0 };
  const entry = emptyEntry({ ...plainState, room, ...counts, lastMessage: messages[3] ?? null, clearedSeq });
  const quotes = new Map([1, 2, 5].map((seq) => [seq, aMessage(seq)]));
  return { ...entry, quotes, window: { messages, isStart: false, isEnd: true, dividerSeq: 5, ...window } };
}

const seqsOf = (entry: RoomEntry) => entry.window?.messages.map(({ seq }) => seq);

test("what is cleared is nowhere in the room, and what follows is its start", () => {
  const entry = withoutCleared(anEntry(4));
  expect(seqsOf(entry)).toEqual([5, 6]);
  expect(entry.window).toMatchObject({ isStart: true, isEnd: true, dividerSeq: 5 });
  expect([...entry.quotes.keys()]).toEqual([5]);
  expect(entry.state.lastMessage?.seq).toBe(6);
});

test("all of it", () => {
  const entry = withoutCleared(anEntry(6));
  expect(entry).toMatchObject({ window: { messages: [], isStart: true, isEnd: true, dividerSeq: null } });
  expect(entry.quotes.size).toBe(0);
  expect(entry.state.lastMessage).toBeNull();
});

test("a window that is wholly before, and does not reach the end, is no window any more", () => {
  expect(withoutCleared(anEntry(6, { isEnd: false })).window).toBeNull();
});

test("what is far from the window leaves it as it is; right before it, the window is the start", () => {
  const far = anEntry(1);
  expect(withoutCleared(far).window).toBe(far.window);
  expect(withoutCleared(anEntry(2)).window).toEqual({ ...anEntry(2).window, isStart: true });
  const never = anEntry(0);
  expect(withoutCleared(never)).toBe(never);
});

test("what is past its time when the cache is opened has disappeared", () => {
  const gone = aMessage(6, { expiresAt: 100, mentions: [ann], body: "CANARY" });
  const { state } = anEntry(0);
  const room = {
    state: { ...state, lastMessage: gone },
    window: { ...anEntry(0).window, messages: [gone] },
    receipts: [],
  };
  const me = { id: ann, handle: "ann", name: "Ann", role: "person" } as const;
  const cache = { version: 4, me, server: null, settings: {}, rooms: [room], people: [me], relations: [] } as never;
  const before = restoredState(cache, 99);
  const after = restoredState(cache, 100);
  expect(JSON.stringify([...before.rooms])).toContain("CANARY");
  expect(JSON.stringify([...after.rooms])).not.toContain("CANARY");
  expect(after.rooms.get(state.room.id)?.window?.messages).toMatchObject([{ seq: 6, body: "", deletedAt: 100 }]);
});
