/** Where and when one may react, and what becomes of reactions with what they hang on. */
import type { RoomId } from "@parley/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openData } from "../database.ts";
import { picture } from "../jpeg-picture.ts";
import { type Person, populate, register } from "../person.ts";
import { startServer } from "../start-server.ts";
import { proveSync, startClient } from "../sync/live-client.ts";
import { fill } from "./many-messages.ts";

const server = await startServer();
afterAll(server.stop);
const emoji = "👍";
let anna: Person;
let ben: Person;
let cleo: Person;
beforeAll(async () => {
  [anna, ben, cleo] = await populate(server, ["Anna", "Ben", "Cleo"]);
});

async function roomOf(...people: Person[]): Promise<RoomId> {
  const roomId = await anna.createRoom("A room");
  await anna.do("member:add", { roomId, userIds: people.map(({ id }) => id) });
  return roomId;
}
const directOf = async (one: Person, other: Person) =>
  (await one.do("room:create-direct", { userIds: [other.id] })).room.id;
const react = (person: Person, roomId: RoomId, seq = 1) => person.codeOf("reaction:add", { roomId, seq, emoji });
const takeBack = (person: Person, roomId: RoomId, seq = 1) => person.codeOf("reaction:remove", { roomId, seq, emoji });

test("where only moderators write, and in a slow room, everybody reacts, as often as they like", async () => {
  const roomId = await roomOf(ben);
  const rules = { post: "moderators", invite: "everyone", mentionAll: "everyone", slowModeMs: 3_600_000 } as const;
  await anna.do("room:change", { roomId, rules });
  await anna.send(roomId, "Announced");
  for (const one of ["👍", "🎉"]) expect(await ben.codeOf("reaction:add", { roomId, seq: 1, emoji: one })).toBe("ok");
});

test("whoever is muted does not react, but takes back what they did", async () => {
  const roomId = await roomOf(ben);
  await anna.send(roomId, "Before");
  expect(await react(ben, roomId)).toBe("ok");
  await anna.do("member:mute", { roomId, userId: ben.id, forMs: null });
  const reply = await ben.ask("reaction:add", { roomId, seq: 1, emoji: "🎉" });
  expect(reply).toMatchObject({ error: { code: "forbidden", message: expect.stringContaining("muted") } });
  expect(await takeBack(ben, roomId)).toBe("ok");
});

test("whoever has left, was taken out or banned does nothing more", async () => {
  const roomId = await roomOf(ben);
  await anna.send(roomId, "Here");
  await react(ben, roomId);
  await anna.do("member:remove", { roomId, userId: ben.id });
  expect([await react(ben, roomId), await takeBack(ben, roomId)]).toEqual(["not_found", "not_found"]);
});

test("across a block, two people alone do not react to each other; they may take it back", async () => {
  const roomId = await directOf(anna, ben);
  await anna.send(roomId, "Hello");
  expect(await react(ben, roomId)).toBe("ok");
  await ben.do("block:add", { userId: anna.id });
  for (const person of [anna, ben]) {
    expect(await person.codeOf("reaction:add", { roomId, seq: 1, emoji: "🎉" })).toBe("not_reachable");
    expect(await takeBack(person, roomId)).toBe("ok");
  }
  await ben.do("block:remove", { userId: anna.id });
});

test("in a room with others a reaction is everybody's, whoever has blocked whom; but their pictures stay away", async () => {
  const roomId = await roomOf(ben, cleo);
  await anna.send(roomId, "For all");
  await ben.do("profile:set-avatar", { image: picture().toString("base64") });
  await anna.do("block:add", { userId: ben.id });
  expect(await react(ben, roomId)).toBe("ok");
  for (const viewer of [anna, cleo]) {
    const { messages } = await viewer.do("message:list", { roomId, seqs: [1] });
    expect(messages[0]?.reactions).toEqual([{ emoji, count: 1, userIds: [ben.id] }]);
  }
  const looks = async (viewer: Person) => (await viewer.do("reaction:list", { roomId, seq: 1 })).people[0];
  expect(await looks(cleo)).toMatchObject({ name: "Ben", avatar: expect.any(String) });
  expect(await looks(anna)).toEqual({ id: ben.id, handle: "ben", name: "Ben", role: "person" });
  await anna.do("block:remove", { userId: ben.id });
});

test("a stranger learns nothing by a reaction: their conversation is accepted first", async () => {
  const stranger = await register(server, "Stranger");
  const roomId = await directOf(stranger, cleo);
  await stranger.send(roomId, "Hello?");
  expect(await react(cleo, roomId)).toBe("forbidden");
  await cleo.do("room:accept", { roomId });
  expect(await react(cleo, roomId)).toBe("ok");
});

test("what is cleared, deleted or past its time takes none, and shows none", async () => {
  const roomId = await roomOf(ben, cleo);
  await anna.send(roomId, "Cleared");
  await ben.do("room:clear", { roomId });
  expect([await react(ben, roomId), await takeBack(ben, roomId)]).toEqual(["not_found", "not_found"]);
  expect(await ben.codeOf("reaction:list", { roomId, seq: 1 })).toBe("not_found");

  const { seq, id: messageId } = await anna.send(roomId, "Deleted");
  await react(ben, roomId, seq);
  await anna.do("message:delete", { roomId, messageId });
  expect([await react(ben, roomId, seq), await takeBack(ben, roomId, seq)]).toEqual(["conflict", "ok"]);
  expect((await cleo.do("reaction:list", { roomId, seq })).reactors).toEqual([]);
  const { messages } = await cleo.do("message:list", { roomId, seqs: [seq] });
  expect(messages[0]).not.toHaveProperty("reactions");
  const data = await openData(server);
  expect(await data.sql(`select * from reactions where room_id = '${roomId}'`)).toEqual([]);
  await data.close();
});

test("with all that is mine in a room my reactions go; whoever is there asks for what they missed", async () => {
  const roomId = await roomOf(ben, cleo);
  const { client } = await startClient(cleo);
  for (let at = 1; at <= 5; at += 1) await (at === 3 ? ben : anna).send(roomId, `m${at}`);
  for (const seq of [1, 3, 5]) for (const person of [anna, ben]) await react(person, roomId, seq);
  await client.openRoom(roomId);
  await ben.do("message:delete-mine", { roomId });
  const counts = () =>
    client
      .getState()
      .rooms.get(roomId)
      ?.window?.messages.map(({ reactions }) => reactions?.[0]?.count ?? 0);
  await expect.poll(counts).toEqual([1, 0, 0, 0, 1]);
  await proveSync(cleo, client);
  await client.stop();
});

test("of very many, too: each message gets a number of its own", async () => {
  const roomId = await roomOf(ben);
  const data = await openData(server);
  await fill(data, { roomId, senderIds: [anna.id], count: 900 });
  await data.sql(
    `insert into reactions (room_id, seq, emoji, user_id, reacted_at, rev, kind_rev)
     select room_id, seq, '${emoji}', '${ben.id}', 1, rev, rev from messages where room_id = '${roomId}'`,
  );
  const { rev } = (await ben.do("room:open", { roomId })).state;
  expect(await ben.do("message:delete-mine", { roomId })).toEqual({ deleted: 0 });
  const rows = await data.sql(
    `select count(distinct rev) as revs, min(rev) as first, max(rev) as last from messages where room_id = '${roomId}'`,
  );
  expect(rows).toEqual([{ revs: 900, first: rev + 1, last: rev + 900 }]);
  expect(await data.sql(`select * from reactions where room_id = '${roomId}'`)).toEqual([]);
  await data.close();
  expect((await ben.do("room:open", { roomId })).state.rev).toBe(rev + 901);
});
