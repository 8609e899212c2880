import { type MessageId, newId, type RoomId, type RoomState } from "@parley/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openData } from "../database.ts";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import { fill } from "./many-messages.ts";

const server = await startServer();
afterAll(server.stop);
let anna: Person;
let ben: Person;
let cleo: Person;
beforeAll(async () => {
  [anna, ben, cleo] = await populate(server, ["Anna", "Ben", "Cleo"]);
});

const directOf = async (one: Person, ...others: Person[]) =>
  (await one.do("room:create-direct", { userIds: others.map(({ id }) => id) })).room.id;
const stateOf = async (person: Person, roomId: RoomId): Promise<RoomState | undefined> =>
  (await person.do("sync:open", {})).rooms.find(({ room }) => room.id === roomId);

describe("clearing a conversation", () => {
  let roomId: RoomId;
  beforeAll(async () => {
    roomId = await anna.createRoom("Cleared");
    await anna.do("member:add", { roomId, userIds: [ben.id] });
    for (let at = 1; at <= 6; at += 1) await anna.send(roomId, `Hello ${at} @ben`);
  });

  test("is for me alone, on every path", async () => {
    const { rev } = (await ben.do("room:open", { roomId })).state;
    expect(await ben.do("room:clear", { roomId })).toEqual({ clearedSeq: 6 });
    const later = await anna.send(roomId, "Later @ben", { replyTo: 2 });
    const open = await ben.do("room:open", { roomId, at: "unread" });
    expect(open.page).toMatchObject({ messages: [later], isStart: true, isEnd: true });
    expect(open.state).toMatchObject({ clearedSeq: 6, unread: 1, mentions: 1, lastMessage: later, lastSeq: 7 });
    expect(await stateOf(ben, roomId)).toEqual(open.state);
    expect((await ben.do("message:list", { roomId, seqs: [1, 2, 6, 7] })).messages).toEqual([later]);
    const changes = await ben.do("sync:room", { roomId, sinceRev: 1 });
    expect(changes).toMatchObject({ kind: "changes", messages: [later], state: { clearedSeq: 6, rev: rev + 1 } });

    const theirs = await anna.do("room:open", { roomId });
    expect(theirs.page.messages).toHaveLength(7);
    expect(theirs.state).toMatchObject({ clearedSeq: 0 });
  });

  test.each([
    [{ edge: "latest" }, [[7], true, true]],
    [{ edge: "before", seq: 7 }, [[], true, false]],
    [{ edge: "before", seq: 3 }, [[], true, false]],
    [{ edge: "after", seq: 0 }, [[7], true, true]],
    [{ edge: "after", seq: 7 }, [[], false, true]],
    [{ edge: "around", seq: 2 }, [[7], true, true]],
  ] as const)("history %j", async (from, expected) => {
    const page = await ben.do("message:history", { roomId, from, limit: 4 });
    expect([page.messages.map(({ seq }) => seq), page.isStart, page.isEnd]).toEqual(expected);
  });

  test("again, with nothing new, changes nothing; what is cleared stays so after changes of it", async () => {
    const witness = await ben.connect();
    await ben.do("room:clear", { roomId });
    const { payload } = await witness.until("room:cleared");
    expect(payload.state).toMatchObject({ clearedSeq: 7, unread: 0, mentions: 0, lastMessage: null });
    expect(payload.state).toEqual(await stateOf(ben, roomId));
    const data = await openData(server);
    const before = await data.digest();
    expect(await ben.do("room:clear", { roomId })).toEqual({ clearedSeq: 7 });
    expect(await data.digest()).toBe(before);
    await data.close();
    const { messages } = await anna.do("message:list", { roomId, seqs: [3] });
    await anna.do("message:edit", { roomId, messageId: messages[0]?.id ?? newId<MessageId>(1), body: "Edited" });
    const changes = await ben.do("sync:room", { roomId, sinceRev: payload.state.rev });
    expect(changes).toMatchObject({ kind: "changes", messages: [] });
    expect((await ben.do("room:open", { roomId })).page).toMatchObject({ messages: [], isStart: true, isEnd: true });
    witness.close();
  });

  test("is nothing that an outsider can do", async () => {
    expect(await cleo.codeOf("room:clear", { roomId })).toBe("not_found");
  });
});

describe("deleting a private conversation", () => {
  test("takes every row of it away, for all its people", async () => {
    const roomId = await directOf(anna, ben);
    const sent = await anna.send(roomId, "Hello @ben");
    await ben.send(roomId, "Hi", { replyTo: sent.seq });
    await ben.do("draft:save", { roomId, body: "Half" });
    const witnesses = await Promise.all([anna, ben].map((person) => person.connect()));
    expect(await ben.do("room:delete-direct", { roomId })).toEqual({});
    for (const witness of witnesses) {
      expect((await witness.until("room:departed")).payload.roomId).toBe(roomId);
      witness.close();
    }
    const data = await openData(server);
    for (const table of ["messages", "mentions", "drafts", "members", "purges"])
      expect(await data.sql(`select * from ${table} where room_id = '${roomId}'`)).toEqual([]);
    expect(await data.sql(`select * from rooms where id = '${roomId}'`)).toEqual([]);
    await data.close();
    for (const person of [anna, ben]) {
      expect(await stateOf(person, roomId)).toBeUndefined();
      expect(await person.codeOf("room:open", { roomId })).toBe("not_found");
      expect(await person.codeOf("room:delete-direct", { roomId })).toBe("not_found");
    }
    const again = await directOf(ben, anna);
    expect(again).not.toBe(roomId);
    expect((await stateOf(anna, again))?.lastSeq).toBe(0);
    expect(await ben.send(again, "Hello", { id: sent.id })).toMatchObject({ seq: 1, senderId: ben.id });
    await ben.do("room:delete-direct", { roomId: again });
  });

  test("is for private conversations alone, and for those who are in them", async () => {
    const roomId = await anna.createRoom("Not private");
    expect(await anna.codeOf("room:delete-direct", { roomId })).toBe("forbidden");
    const direct = await directOf(anna, ben);
    expect(await cleo.codeOf("room:delete-direct", { roomId: direct })).toBe("not_found");
  });

  test("one of three does not decide for all", async () => {
    const roomId = await directOf(anna, ben, cleo);
    await anna.send(roomId, "Stays");
    expect(await anna.codeOf("room:delete-direct", { roomId })).toBe("forbidden");
    expect((await stateOf(ben, roomId))?.lastMessage?.body).toBe("Stays");
  });

  test("whoever is blocked deletes it for themselves, with their own words; the other keeps what they said", async () => {
    const roomId = await directOf(anna, cleo);
    await anna.send(roomId, "Mine stays");
    await cleo.send(roomId, "Not nice");
    await anna.do("block:add", { userId: cleo.id });
    await cleo.do("room:delete-direct", { roomId });
    expect(await stateOf(cleo, roomId)).toBeUndefined();
    const { page } = await anna.do("room:open", { roomId });
    expect(page.messages.slice(-2).map((message) => message.body)).toEqual(["Mine stays", ""]);
    await anna.do("block:remove", { userId: cleo.id });
  });

  test("a long one is gone at once, and its rows soon after", async () => {
    const roomId = await directOf(anna, ben);
    const data = await openData(server);
    await fill(data, { roomId, senderIds: [anna.id, ben.id], count: 12_000 });
    await ben.do("room:delete-direct", { roomId });
    expect(await anna.codeOf("room:open", { roomId })).toBe("not_found");
    await expect
      .poll(() => data.sql(`select count(*) as n from messages where room_id = '${roomId}'`))
      .toEqual([{ n: 0 }]);
    await expect.poll(() => data.sql("select * from purges")).toEqual([]);
    await data.close();
  });
});

describe("deleting all my messages in a room", () => {
  test("makes tombstones of mine alone, each with a number of its own", async () => {
    const roomId = await anna.createRoom("Mine");
    await anna.do("member:add", { roomId, userIds: [ben.id] });
    for (let at = 1; at <= 4; at += 1) {
      await anna.send(roomId, `A ${at} @ben`);
      await ben.send(roomId, `B ${at}`, { replyTo: 1 });
    }
    const { state } = await ben.do("room:open", { roomId });
    const witness = await ben.connect();
    expect(await anna.do("message:delete-mine", { roomId })).toEqual({ deleted: 4 });
    await witness.until("message:deleted", ({ seq }) => seq === 7);
    const heard = witness.named("message:deleted").map(({ payload }) => payload);
    expect(heard.map(({ seq, rev, body }) => [seq, rev, body])).toEqual(
      [1, 3, 5, 7].map((seq, at) => [seq, state.rev + 1 + at, ""]),
    );
    witness.close();
    const { page, state: after } = await ben.do("room:open", { roomId });
    expect(page.messages.filter(({ senderId }) => senderId === anna.id)).toEqual(heard);
    expect(page.messages.filter(({ senderId }) => senderId === ben.id).map(({ body }) => body)).toEqual([
      "B 1",
      "B 2",
      "B 3",
      "B 4",
    ]);
    expect(after).toMatchObject({ rev: state.rev + 4, unread: 0, mentions: 0 });
    expect(await anna.do("message:delete-mine", { roomId })).toEqual({ deleted: 0 });
    expect((await anna.do("room:open", { roomId })).state.rev).toBe(after.rev);
    expect(await cleo.codeOf("message:delete-mine", { roomId })).toBe("not_found");
  });

  test("of very many, everyone learns that they missed something", async () => {
    const roomId = await anna.createRoom("Many");
    await anna.do("member:add", { roomId, userIds: [ben.id] });
    const data = await openData(server);
    await fill(data, { roomId, senderIds: [anna.id, ben.id], count: 12_000 });
    const { rev } = (await ben.do("room:open", { roomId })).state;
    const witness = await ben.connect();
    const answer = await anna.do("message:delete-mine", { roomId });
    expect(answer).toEqual({ deleted: 1_000 });
    await witness.until("room:changed", (payload) => payload.rev === rev + 1_001);
    // One for the first stretch, one for all the rest together: 6,000 tombstones and these two.
    await witness.until("room:changed", (payload) => payload.rev === rev + 6_002);
    expect(witness.named("message:deleted")).toEqual([]);
    witness.close();
    const rows = await data.sql(
      `select sender_id, count(*) as n, count(distinct rev) as revs, max(rev) as last from messages
       where room_id = '${roomId}' and deleted_at is not null and body = '' group by sender_id`,
    );
    expect(rows).toEqual([{ sender_id: anna.id, n: 6_000, revs: 6_000, last: rev + 6_001 }]);
    expect(await data.sql("select * from purges")).toEqual([]);
    await data.close();
    expect((await ben.do("sync:room", { roomId, sinceRev: rev })).kind).toBe("reset");
  });
});
