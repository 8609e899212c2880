import { limits, type MessageId, newId, type RoomId } from "@parley/contract";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openData } from "../database.ts";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import { proveSync, startClient } from "../sync/live-client.ts";

const server = await startServer();
afterAll(server.stop);
let olga: Person;
let mel: Person;
let xan: Person;
let roomId: RoomId;
const numbers = Array(1_000).keys();

beforeAll(async () => {
  [olga, mel, xan] = await populate(server, ["Olga", "Mel", "Xan"]);
});
beforeEach(async () => {
  roomId = await olga.createRoom(`Board ${numbers.next().value}`);
  await olga.do("member:add", { roomId, userIds: [mel.id] });
});

const pin = (person: Person, seq: number) => person.do("pin:add", { roomId, seq });
const unpin = (person: Person, seq: number) => person.do("pin:remove", { roomId, seq });
const pinsOf = async (person: Person) => (await person.do("room:open", { roomId })).state.pins;
const listOf = async (person: Person) =>
  (await person.do("pin:list", { roomId })).messages.map((message) => message.body);

test("a pin is everybody's, the last one first; a repeat moves nothing, and an edit keeps it", async () => {
  for (const body of ["one", "two", "three"]) await mel.send(roomId, body);
  const witness = await mel.connect();
  const first = await pin(olga, 2);
  await pin(mel, 1);
  expect(await pin(olga, 2)).toEqual(first);
  const heard = (await witness.until("message:pinned", ({ seq }) => seq === 1)).payload;
  expect(heard).toMatchObject({ body: "one", pinnedAt: expect.any(Number) });
  expect(witness.named("message:pinned")).toHaveLength(2);
  await mel.do("message:edit", { roomId, messageId: first.id, body: "two, better" });
  expect(await listOf(mel)).toEqual(["one", "two, better"]);
  expect(await pinsOf(mel)).toEqual([2, 1]);
  expect(await unpin(mel, 2)).not.toHaveProperty("pinnedAt");
  expect(await unpin(mel, 2)).toMatchObject({ rev: (await unpin(olga, 2)).rev });
  expect(await listOf(olga)).toEqual(["one"]);
  witness.close();
});

test("those outside pin nothing and see nothing; where only moderators pin, members do not", async () => {
  await mel.send(roomId, "one");
  for (const name of ["pin:add", "pin:remove"] as const)
    expect(await xan.codeOf(name, { roomId, seq: 1 })).toBe("not_found");
  expect(await xan.codeOf("pin:list", { roomId })).toBe("not_found");
  await olga.do("room:change", { roomId, rules: { pin: "moderators" } });
  await expect(pin(mel, 1)).rejects.toThrow("Only moderators pin messages in this room.");
  await pin(olga, 1);
  expect(await mel.codeOf("pin:remove", { roomId, seq: 1 })).toBe("forbidden");
  expect(await listOf(mel)).toEqual(["one"]);
});

test("nothing that is not there is pinned: not yet, no longer, or cleared away", async () => {
  const { id: messageId } = await mel.send(roomId, "one");
  await mel.send(roomId, "two");
  await mel.do("message:delete", { roomId, messageId });
  expect(await olga.codeOf("pin:add", { roomId, seq: 1 })).toBe("conflict");
  expect(await olga.codeOf("pin:add", { roomId, seq: 3 })).toBe("not_found");
  await pin(olga, 2);
  await mel.do("room:clear", { roomId });
  expect(await mel.codeOf("pin:remove", { roomId, seq: 2 })).toBe("not_found");
  expect([await listOf(mel), await pinsOf(mel), await pinsOf(olga)]).toEqual([[], [], [2]]);
});

test("what is deleted is pinned no more, one by one, all of a person's, or by its time", async () => {
  const live = await startClient(mel);
  await live.client.openRoom(roomId);
  const messages = [await olga.send(roomId, "one"), await mel.send(roomId, "two"), await mel.send(roomId, "three")];
  await olga.do("room:set-expiry", { roomId, expiresAfterMs: 300_000 });
  messages.push(await olga.send(roomId, "four"), await olga.send(roomId, "five"));
  for (const { seq } of messages) await pin(olga, seq);
  await olga.do("message:delete", { roomId, messageId: messages[0]?.id ?? newId<MessageId>(1) });
  expect(await pinsOf(olga)).toEqual([2, 3, 4, 5]);
  await mel.do("message:delete-mine", { roomId });
  expect(await pinsOf(olga)).toEqual([4, 5]);
  server.clock.forward(300_001);
  expect(await listOf(olga)).toEqual([]);
  await expect.poll(() => pinsOf(olga)).toEqual([]);
  await proveSync(mel, live.client);
  await live.client.stop();
  const data = await openData(server);
  expect(await data.sql("select seq from messages where pinned_at is not null and deleted_at is not null")).toEqual([]);
  await data.close();
});

test(`at most ${limits.pins} at a time; the list comes in pages`, async () => {
  for (let at = 0; at <= limits.pins; at += 1) await mel.send(roomId, `m${at + 1}`);
  for (let seq = 1; seq <= limits.pins; seq += 1) await pin(seq % 2 === 0 ? mel : olga, seq);
  await expect(pin(mel, limits.pins + 1)).rejects.toThrow("at most 100 pinned messages");
  await unpin(mel, 7);
  await pin(mel, limits.pins + 1);
  const seqs: number[] = [];
  let cursor: number | null = null;
  do {
    const page: Awaited<ReturnType<typeof pageAt>> = await pageAt(cursor);
    seqs.push(...page.messages.map(({ seq }) => seq));
    cursor = page.next;
  } while (cursor !== null);
  expect(seqs).toEqual((await pinsOf(mel)).reverse());
  expect(seqs).toHaveLength(limits.pins);
});

const pageAt = (cursor: number | null) => mel.do("pin:list", { roomId, cursor, limit: 30 });

test("in a private conversation both pin, but not across a block", async () => {
  const { room } = await olga.do("room:create-direct", { userIds: [mel.id] });
  await olga.send(room.id, "Hello");
  await mel.do("pin:add", { roomId: room.id, seq: 1 });
  await olga.do("block:add", { userId: mel.id });
  for (const person of [olga, mel])
    expect(await person.codeOf("pin:remove", { roomId: room.id, seq: 1 })).toBe("not_reachable");
  await olga.do("block:remove", { userId: mel.id });
});
