import { limits, newId, type RoomId } from "@parley/contract";
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

beforeAll(async () => {
  [olga, mel, xan] = await populate(server, ["Olga", "Mel", "Xan"]);
});
beforeEach(async () => {
  roomId = await olga.createRoom("Board");
  await olga.do("member:add", { roomId, userIds: [mel.id] });
  for (const { roomId: place, seq } of (await mel.do("saved:list", {})).entries)
    await mel.do("saved:remove", { roomId: place, seq });
});

const save = (seq: number, person = mel) => person.do("saved:add", { roomId, seq });
const bodiesOf = async (person: Person) =>
  (await person.do("saved:list", {})).entries.map(({ message }) => message?.body ?? null);
const savedIn = async (person: Person) => (await person.do("room:open", { roomId })).state.saved;

test("what is kept is one's own, the last one first, told to one's devices and to nobody else", async () => {
  for (const body of ["one", "two", "three"]) await olga.send(roomId, body);
  const live = await startClient(mel);
  const others = await olga.connect();
  const first = await save(3);
  await save(1);
  expect(await save(3)).toEqual(first);
  expect([await bodiesOf(mel), await savedIn(mel)]).toEqual([
    ["one", "three"],
    [1, 3],
  ]);
  expect([await bodiesOf(olga), await savedIn(olga)]).toEqual([[], []]);
  await mel.do("saved:remove", { roomId, seq: 3 });
  await mel.do("saved:remove", { roomId, seq: 3 });
  expect(await bodiesOf(mel)).toEqual(["one"]);
  await proveSync(mel, live.client);
  await live.client.stop();
  await others.barrier();
  expect(others.named("saved:changed")).toEqual([]);
  others.close();
});

test("those outside keep nothing, and nothing is kept that is not there", async () => {
  const { id: messageId } = await olga.send(roomId, "one");
  expect(await xan.codeOf("saved:add", { roomId, seq: 1 })).toBe("not_found");
  expect(await mel.codeOf("saved:add", { roomId, seq: 2 })).toBe("not_found");
  await olga.do("message:delete", { roomId, messageId });
  expect(await mel.codeOf("saved:add", { roomId, seq: 1 })).toBe("conflict");
});

test("what is deleted is kept no longer: one by one, all of a person's, by its time, or cleared away", async () => {
  const live = await startClient(mel);
  await live.client.openRoom(roomId);
  const { id: messageId } = await olga.send(roomId, "one");
  await mel.send(roomId, "two");
  await olga.do("room:set-expiry", { roomId, expiresAfterMs: 300_000 });
  await olga.send(roomId, "three");
  await olga.do("room:set-expiry", { roomId, expiresAfterMs: null });
  await olga.send(roomId, "four");
  for (const seq of [1, 2, 3, 4]) await save(seq);
  await olga.do("message:delete", { roomId, messageId });
  expect(await savedIn(mel)).toEqual([2, 3, 4]);
  await mel.do("message:delete-mine", { roomId });
  server.clock.forward(300_001);
  expect(await bodiesOf(mel)).toEqual(["four"]);
  await expect.poll(() => savedIn(mel)).toEqual([4]);
  await proveSync(mel, live.client);
  await mel.do("room:clear", { roomId });
  expect([await bodiesOf(mel), await savedIn(mel)]).toEqual([[], []]);
  await proveSync(mel, live.client);
  await live.client.stop();
  const data = await openData(server);
  expect(await data.sql("select seq from saved_messages")).toEqual([]);
  await data.close();
});

test("of a room that one has left nothing is shown, until one is back; it can be removed all the same", async () => {
  await olga.send(roomId, "one");
  await olga.send(roomId, "two");
  await save(1);
  await save(2);
  await mel.do("room:leave", { roomId });
  expect(await bodiesOf(mel)).toEqual([null, null]);
  await mel.do("saved:remove", { roomId, seq: 1 });
  await olga.do("member:add", { roomId, userIds: [mel.id] });
  expect(await bodiesOf(mel)).toEqual(["two"]);
});

test(`at most ${limits.saved}, in pages`, async () => {
  const data = await openData(server);
  await olga.send(roomId, "one");
  await olga.send(roomId, "two");
  const rows = Array.from({ length: limits.saved }, (_, at) => `('${mel.id}', '${newId<RoomId>(at)}', 1, ${at + 1})`);
  await data.sql(`insert into saved_messages (user_id, room_id, seq, saved_at) values ${rows.join(", ")}`);
  expect(await mel.codeOf("saved:add", { roomId, seq: 1 })).toBe("conflict");
  await data.sql("delete from saved_messages where saved_at > 70");
  await data.close();
  await save(1);
  await save(2);
  const first = await mel.do("saved:list", {});
  expect(first.entries.slice(0, 2).map(({ message }) => message?.body)).toEqual(["two", "one"]);
  const second = await mel.do("saved:list", { cursor: first.next });
  expect([first.entries.length, second.entries.length, second.next]).toEqual([50, 22, null]);
});
