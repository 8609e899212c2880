import { type Message, type MessageId, newId, type RoomId, type UserId } from "@parley/contract";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { plainRoom, plainState } from "../test/plain-room.ts";
import { Expiry } from "./expiry.ts";
import { emptyEntry, emptyState, type RoomEntry } from "./state.ts";
import { Store } from "./store.ts";

const ann = newId<UserId>(1);
const room = { ...plainRoom, id: newId<RoomId>(1), kind: "public", name: "talk", memberCount: 1 } as const;
const minuteMs = 60_000;

let store: Store;
let expiry: Expiry;
let changes: number;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  store = new Store(0);
  expiry = new Expiry(store, Date.now);
  changes = 0;
  store.subscribe(() => {
    changes += 1;
  });
});
afterEach(() => {
  expiry.stop();
  vi.useRealTimers();
});

function aMessage(seq: number, more: Partial<Message> = {}): Message {
  return { id: newId<MessageId>(1), seq, rev: seq, senderId: ann, body: `text ${seq}`, sentAt: 0, ...more };
}

function show(messages: readonly Message[], quoted: readonly Message[] = []): void {
  const counts = { rev: 9, lastSeq: 9, readSeq: 9, unread: 0, mentions: 0 };
  const entry: RoomEntry = {
    ...emptyEntry({ ...plainState, room, ...counts, lastMessage: messages.at(-1) ?? null }),
    window: { messages, isStart: true, isEnd: true, dividerSeq: null },
    quotes: new Map(quoted.map((message) => [message.seq, message])),
  };
  store.setBase({ ...emptyState(0), rooms: new Map([[room.id, entry]]) });
  changes = 0;
}

const bodies = () => store.shown.rooms.get(room.id)?.window?.messages.map(({ body }) => body);

test("without a connection each message goes at its own moment, and the others stay", () => {
  show([aMessage(1), aMessage(2, { expiresAt: 5 * minuteMs }), aMessage(3, { expiresAt: 7 * minuteMs })]);
  expiry.watch();
  vi.advanceTimersByTime(5 * minuteMs - 1);
  expect(bodies()).toEqual(["text 1", "text 2", "text 3"]);
  expect(changes).toBe(0);
  vi.advanceTimersByTime(1);
  expect(bodies()).toEqual(["text 1", "", "text 3"]);
  vi.advanceTimersByTime(2 * minuteMs);
  expect(bodies()).toEqual(["text 1", "", ""]);
  expect(changes).toBe(2);
  expect(vi.getTimerCount()).toBe(0);
});

test("it goes from the list of rooms and from what quotes it too, and keeps its place and rev", () => {
  const last = aMessage(4, { expiresAt: minuteMs });
  show([last], [aMessage(2, { expiresAt: minuteMs })]);
  expiry.watch();
  vi.advanceTimersByTime(minuteMs);
  const entry = store.shown.rooms.get(room.id);
  const gone = { seq: 4, rev: 4, body: "", deletedAt: minuteMs, expiresAt: minuteMs };
  expect(entry?.state.lastMessage).toMatchObject(gone);
  expect(entry?.window?.messages[0]).toMatchObject(gone);
  expect(entry?.quotes.get(2)?.body).toBe("");
  expect(entry?.state.rev).toBe(9);
});

test("what became due while the computer slept is gone soon after it wakes", () => {
  show([aMessage(1, { expiresAt: 60 * minuteMs })]);
  expiry.watch();
  vi.setSystemTime(2 * 60 * minuteMs);
  vi.advanceTimersByTime(15_000);
  expect(bodies()).toEqual([""]);
});

test("while the server is there, it decides", () => {
  show([aMessage(1, { expiresAt: minuteMs })]);
  expiry.watch();
  expiry.stop();
  vi.advanceTimersByTime(2 * minuteMs);
  expect(bodies()).toEqual(["text 1"]);
  expiry.watch();
  expect(bodies()).toEqual([""]);
});

test("where nothing disappears, nothing is waited for", () => {
  show([aMessage(1), aMessage(2, { expiresAt: 1, deletedAt: 1, body: "" })]);
  expiry.watch();
  expect(vi.getTimerCount()).toBe(0);
  expect(changes).toBe(0);
});
