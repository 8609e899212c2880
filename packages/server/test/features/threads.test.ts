import type { MessageId, RoomId, RoomState } from "@parley/contract";
import { newId } from "@parley/contract";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openData } from "../database.ts";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import { proveSync, startClient } from "../sync/live-client.ts";

const server = await startServer();
afterAll(server.stop);
let olga: Person;
let mel: Person;
let tim: Person;
let xan: Person;
let roomId: RoomId;
const numbers = Array(1_000).keys();

beforeAll(async () => {
  [olga, mel, tim, xan] = await populate(server, ["Olga", "Mel", "Tim", "Xan"]);
});
beforeEach(async () => {
  roomId = await olga.createRoom(`Workshop ${numbers.next().value}`);
  await olga.do("member:add", { roomId, userIds: [mel.id, tim.id] });
  await olga.send(roomId, "Which colour?");
});

const open = async (person: Person, seq = 1) => (await person.do("thread:open", { roomId, seq })).room.id;
const sumOf = async (person: Person, seq = 1) =>
  (await person.do("message:list", { roomId, seqs: [seq] })).messages[0]?.thread;
const threadsOf = async (person: Person): Promise<RoomState[]> =>
  (await person.do("sync:open", {})).rooms.filter(({ room }) => room.thread?.roomId === roomId);
const isListed = async (person: Person) => (await threadsOf(person)).length > 0;

test("a message says what has become of its thread, and those who take part follow it, nobody else", async () => {
  const witness = await tim.connect();
  const threadId = await open(mel);
  expect(await open(tim)).toBe(threadId);
  expect(await isListed(mel)).toBe(false);
  for (const body of ["Blue", "Or green"]) await mel.send(threadId, body);
  await witness.until("thread:changed", ({ thread }) => thread.count === 2);
  expect(await sumOf(tim)).toMatchObject({ roomId: threadId, count: 2, userIds: [mel.id] });
  // Who wrote the message follows from the first reply on; who only looked in does not.
  expect([await isListed(olga), await isListed(mel), await isListed(tim)]).toEqual([true, true, false]);
  expect(await threadsOf(olga)).toMatchObject([{ unread: 2, isFollowed: true, room: { thread: { roomId, seq: 1 } } }]);
  await mel.send(threadId, "What does @tim say?");
  expect(await threadsOf(tim)).toMatchObject([{ unread: 1, mentions: 1 }]);
  // The room itself has nothing new to read.
  const { rooms } = await tim.do("sync:open", {});
  expect(rooms.find(({ room }) => room.id === roomId)).toMatchObject({ unread: 1, lastSeq: 1 });
  await tim.do("thread:follow", { roomId: threadId, isFollowed: false });
  await mel.send(threadId, "No answer");
  expect(await isListed(tim)).toBe(false);
  await tim.send(threadId, "Red");
  expect(await isListed(tim)).toBe(true);
  await expect.poll(async () => (await sumOf(mel))?.userIds).toEqual([tim.id, mel.id]);
  witness.close();
});

test("nobody outside of its room opens, reads, hears, finds or writes a thread; nor who has left", async () => {
  const threadId = await open(mel);
  const { id: messageId } = await mel.send(threadId, "Ultramarine @tim");
  const place = { roomId: threadId, seq: 1 };
  const tries = async (person: Person) => [
    await person.codeOf("thread:open", { roomId, seq: 1 }),
    await person.codeOf("thread:follow", { roomId: threadId, isFollowed: true }),
    await person.codeOf("room:open", { roomId: threadId }),
    await person.codeOf("sync:room", { roomId: threadId, sinceRev: 0 }),
    await person.codeOf("message:history", { roomId: threadId }),
    await person.codeOf("message:list", { roomId: threadId, seqs: [1] }),
    await person.codeOf("message:send", { id: newId<MessageId>(Date.now()), roomId: threadId, body: "Hello" }),
    await person.codeOf("message:delete", { roomId: threadId, messageId }),
    await person.codeOf("reaction:add", { ...place, emoji: "👍" }),
    await person.codeOf("receipt:read", place),
    await person.codeOf("draft:save", { roomId: threadId, body: "Half" }),
    await person.codeOf("search:messages", { roomId: threadId, text: "ultramarine" }),
    await person.codeOf("room:join", { roomId: threadId }),
    await person.codeOf("file:list", { roomId: threadId, kind: "file" }),
  ];
  const outside = Array(14).fill("not_found");
  expect(await tries(xan)).toEqual(outside);
  const witness = await tim.connect();
  await tim.do("draft:save", { roomId: threadId, body: "Half a thought" });
  await tim.do("room:leave", { roomId });
  await mel.send(threadId, "Not for Tim any more");
  expect(await tries(tim)).toEqual(outside);
  expect(await threadsOf(tim)).toEqual([]);
  await witness.barrier();
  expect(witness.named("message:sent").filter(({ payload }) => payload.body.startsWith("Not for"))).toEqual([]);
  await olga.do("member:add", { roomId, userIds: [tim.id] });
  expect(await isListed(tim)).toBe(false);
  expect(await open(tim)).toBe(threadId);
  witness.close();
});

test("what a room rules holds in its threads, and a thread has nothing of its own", async () => {
  const threadId = await open(mel);
  const { id: messageId } = await mel.send(threadId, "One");
  await mel.send(threadId, "Two");
  expect(await tim.codeOf("message:delete", { roomId: threadId, messageId })).toBe("forbidden");
  await olga.do("member:change", { roomId, userId: tim.id, role: "moderator" });
  expect(await tim.codeOf("message:delete", { roomId: threadId, messageId })).toBe("ok");
  await expect.poll(() => sumOf(tim)).toMatchObject({ count: 1 });
  await olga.do("room:change", { roomId, rules: { post: "moderators" } });
  const send = { id: newId<MessageId>(Date.now()), roomId: threadId, body: "Me too" };
  await expect(mel.do("message:send", send)).rejects.toThrow("Only moderators write in this room.");
  expect(await mel.codeOf("thread:open", { roomId, seq: 1 })).toBe("ok");
  const own = { roomId: threadId };
  const codes = [
    await olga.codeOf("room:leave", own),
    await olga.codeOf("room:clear", own),
    await olga.codeOf("room:change", { ...own, name: "Mine" }),
    await olga.codeOf("room:delete-direct", own),
    await olga.codeOf("room:set-expiry", { ...own, expiresAfterMs: 300_000 }),
    await olga.codeOf("room:prefer", { ...own, typing: false }),
    await olga.codeOf("room:accept", own),
    await olga.codeOf("room:join", own),
    await olga.codeOf("member:list", own),
    await olga.codeOf("member:add", { ...own, userIds: [xan.id] }),
    await olga.codeOf("invitation:create", own),
    await olga.codeOf("pin:add", { ...own, seq: 1 }),
    await olga.codeOf("receipt:list", { ...own, seq: 1 }),
    await olga.codeOf("thread:open", { ...own, seq: 2 }),
  ];
  expect(codes).toEqual(Array(14).fill("forbidden"));
  const { room } = await olga.do("room:create-direct", { userIds: [mel.id] });
  await olga.send(room.id, "Just us");
  await expect(olga.do("thread:open", { roomId: room.id, seq: 1 })).rejects.toThrow("there are no threads");
  expect((await xan.do("room:list", {})).rooms.some((one) => one.room.thread !== undefined)).toBe(false);
});

test("a thread outlives its message, disappears by the room's rule, and goes with what I clear", async () => {
  await olga.do("room:set-expiry", { roomId, expiresAfterMs: 300_000 });
  const threadId = await open(mel);
  expect(await mel.send(threadId, "Soon gone")).toMatchObject({ expiresAt: expect.any(Number) });
  await expect.poll(() => sumOf(mel)).toMatchObject({ count: 1 });
  const { messages } = await olga.do("message:list", { roomId, seqs: [1] });
  const messageId = messages[0]?.id ?? newId<MessageId>(1);
  expect(await olga.do("message:delete", { roomId, messageId })).toMatchObject({ thread: { count: 1 }, body: "" });
  await mel.send(threadId, "Still here");
  await expect.poll(() => sumOf(tim)).toMatchObject({ count: 2 });
  server.clock.forward(300_001);
  await expect.poll(() => sumOf(tim)).toMatchObject({ count: 0 });
  await mel.send(threadId, "After that");
  await mel.do("room:clear", { roomId });
  expect(await threadsOf(mel)).toEqual([]);
  expect(await mel.codeOf("room:open", { roomId: threadId })).toBe("not_found");
  // Who takes their words back takes those in threads back, too; and a thread of nothing begins no more.
  await tim.send(threadId, "Mine");
  await tim.do("message:delete-mine", { roomId });
  const data = await openData(server);
  await expect.poll(() => data.sql(`select 1 as found from messages where body = 'Mine'`)).toEqual([]);
  await data.close();
  await olga.send(roomId, "Another");
  const other = await olga.do("message:list", { roomId, seqs: [2] });
  await olga.do("message:delete", { roomId, messageId: other.messages[0]?.id ?? messageId });
  expect(await olga.codeOf("thread:open", { roomId, seq: 2 })).toBe("conflict");
});

test("what is said in a thread is found in its room, and by its own; its files are for the room", async () => {
  const threadId = await open(mel);
  await mel.send(threadId, "Cobalt perhaps");
  const found = async (more: object) => (await tim.do("search:messages", { text: "cobalt", ...more })).hits;
  await expect.poll(async () => (await found({})).length).toBe(1);
  for (const within of [{ roomId }, { roomId: threadId }, {}]) {
    const { hits, rooms } = await tim.do("search:messages", { text: "cobalt", ...within });
    expect(hits).toMatchObject([{ roomId: threadId, message: { seq: 1 } }]);
    expect(rooms).toMatchObject([{ id: threadId, kind: "private", thread: { roomId, seq: 1 } }]);
  }
  expect((await xan.do("search:messages", { text: "cobalt" })).hits).toEqual([]);
});

test("moderators of the room hear of what is reported in its threads, and settle it", async () => {
  const threadId = await open(mel);
  const { id: messageId } = await mel.send(threadId, "Rude");
  const { id } = await tim.do("report:create", { userId: mel.id, roomId: threadId, messageId, reason: "harassment" });
  const { reports } = await olga.do("report:list", {});
  expect(reports.find((report) => report.id === id)).toMatchObject({ roomId, threadSeq: 1, message: { body: "Rude" } });
  await olga.do("report:settle", { reportId: id, action: "delete" });
  expect((await mel.do("message:history", { roomId: threadId })).messages).toMatchObject([{ body: "" }]);
});

test("a client that looks into a thread hears it, on a new connection too, and is in step", async () => {
  const { client } = await startClient(tim);
  const { room } = await client.call("thread:open", { roomId, seq: 1 });
  await client.openRoom(room.id);
  await mel.do("thread:open", { roomId, seq: 1 });
  await mel.send(room.id, "Heard?");
  const bodies = () => (client.getState().rooms.get(room.id)?.window?.messages ?? []).map(({ body }) => body);
  await expect.poll(bodies).toEqual(["Heard?"]);
  expect(client.getState().rooms.get(room.id)?.state).toMatchObject({ isFollowed: false, unread: 0 });
  await mel.send(room.id, "And now?");
  await expect.poll(bodies).toEqual(["Heard?", "And now?"]);
  await client.send(room.id, "Yes");
  await expect.poll(() => client.getState().rooms.get(room.id)?.state.isFollowed).toBe(true);
  await mel.send(room.id, "Good @tim");
  await expect.poll(() => client.getState().rooms.get(room.id)?.state).toMatchObject({ unread: 1, mentions: 1 });
  await proveSync(tim, client);
  await olga.do("member:remove", { roomId, userId: tim.id });
  await expect.poll(() => client.getState().rooms.has(room.id)).toBe(false);
  await proveSync(tim, client);
  await client.stop();
});

test("a reply is kept for later as its room is mine, and what it said before is for those who were in the room", async () => {
  const threadId = await open(mel);
  const { seq, id: messageId } = await mel.send(threadId, "Blue");
  server.clock.forward(1_000);
  await mel.do("message:edit", { roomId: threadId, messageId, body: "Green" });
  expect(await xan.codeOf("saved:add", { roomId: threadId, seq })).toBe("not_found");
  await tim.do("saved:add", { roomId: threadId, seq });
  const saved = async () => (await tim.do("saved:list", {})).entries.find((entry) => entry.roomId === threadId);
  expect(await saved()).toMatchObject({ thread: { roomId, seq: 1 }, message: { body: "Green" } });
  // Whether one has opened the thread or not: it is the room that one was in.
  expect((await tim.do("edit:list", { roomId: threadId, seq })).edits).toMatchObject([{ body: "Blue" }]);
  await tim.do("room:leave", { roomId });
  expect(await saved()).toMatchObject({ message: null });
  server.clock.forward(1_000);
  await olga.do("member:add", { roomId, userIds: [tim.id] });
  expect(await saved()).toMatchObject({ message: { body: "Green" } });
  expect((await tim.do("edit:list", { roomId: threadId, seq })).edits).toEqual([]);
  await tim.do("room:clear", { roomId });
  expect(await saved()).toBeUndefined();
});
