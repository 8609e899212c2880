/** Who has read a message, asked for: in a room of any size. */
import type { RoomId } from "@parley/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openData } from "../database.ts";
import { choose } from "../looking.ts";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";

const server = await startServer();
afterAll(server.stop);
let anna: Person;
let ben: Person;
let cleo: Person;
let dora: Person;
let xan: Person;
let roomId: RoomId;
const numbers = Array(100).keys();

beforeAll(async () => {
  [anna, ben, cleo, dora, xan] = await populate(server, ["Anna", "Ben", "Cleo", "Dora", "Xan"]);
});

async function roomWith(messages: number): Promise<void> {
  roomId = await anna.createRoom(`Room ${numbers.next().value}`);
  await anna.do("member:add", { roomId, userIds: [ben.id, cleo.id, dora.id] });
  for (let at = 1; at <= messages; at += 1) await anna.send(roomId, `m${at}`);
}

const list = (viewer: Person, seq: number) => viewer.do("receipt:list", { roomId, seq });
const ids = (...people: Person[]) => people.map((person) => person.id).sort();
const readersOf = async (viewer: Person, seq: number) =>
  (await list(viewer, seq)).readers.map((reader) => reader.userId).sort();

test("names, and times by which they had read it; those whom it only reached apart", async () => {
  await roomWith(5);
  const at = server.clock.now();
  await ben.do("receipt:read", { roomId, seq: 5 });
  await cleo.do("receipt:read", { roomId, seq: 2 });
  await dora.do("receipt:delivered", { rooms: [{ roomId, seq: 4 }] });
  const answer = await list(anna, 2);
  expect(answer.readers.map((reader) => reader.userId).sort()).toEqual(ids(ben, cleo));
  for (const { readAt } of answer.readers) {
    expect(readAt).toBeGreaterThanOrEqual(at);
    expect(readAt).toBeLessThanOrEqual(server.clock.now());
  }
  expect(answer.deliveredTo).toEqual([dora.id]);
  expect(answer.people.map((person) => person.id).sort()).toEqual(ids(ben, cleo, dora));
  expect(await list(anna, 5)).toMatchObject({ readers: [{ userId: ben.id }], deliveredTo: [] });
});

test("neither the one who wrote it, nor the one who asks, nor who came later", async () => {
  await roomWith(2);
  for (const person of [anna, ben, cleo]) await person.do("receipt:read", { roomId, seq: 2 });
  expect(await readersOf(ben, 1)).toEqual([cleo.id]);
  server.clock.forward(10);
  await anna.do("member:add", { roomId, userIds: [xan.id] });
  await anna.send(roomId, "m3");
  await xan.do("receipt:read", { roomId, seq: 3 });
  expect(await readersOf(anna, 3)).toEqual([xan.id]);
  expect(await readersOf(anna, 2)).toEqual(ids(ben, cleo));
  await anna.do("member:remove", { roomId, userId: ben.id });
  expect(await readersOf(anna, 2)).toEqual([cleo.id]);
});

test("who does not show theirs is not told, and is not among them", async () => {
  await roomWith(3);
  await choose(ben, { receipts: false });
  await ben.do("receipt:read", { roomId, seq: 3 });
  await cleo.do("receipt:read", { roomId, seq: 3 });
  expect(await list(anna, 1)).toMatchObject({ readers: [{ userId: cleo.id }], deliveredTo: [ben.id] });
  expect(await list(ben, 1)).toMatchObject({ readers: [], deliveredTo: [cleo.id] });
  await choose(ben, {});
});

test("in a room that is too large for pointers to be told, too", async () => {
  await roomWith(2);
  const data = await openData(server);
  await data.sql(`update rooms set member_count = 101 where id = '${roomId}'`);
  const witness = await anna.connect();
  await ben.do("receipt:read", { roomId, seq: 2 });
  await ben.do("receipt:delivered", { rooms: [{ roomId, seq: 2 }] });
  expect((await anna.do("room:open", { roomId })).receipts).toEqual([]);
  expect(await readersOf(anna, 2)).toEqual([ben.id]);
  const large = roomId;
  await roomWith(1);
  await ben.do("receipt:read", { roomId, seq: 1 });
  await witness.until("receipt:moved", (_, place) => place === roomId);
  expect(witness.named("receipt:moved").filter((event) => event.roomId === large)).toEqual([]);
  witness.close();
  await data.close();
});

test("nothing of what is not there, or not for one", async () => {
  await roomWith(2);
  const { id: messageId } = await anna.send(roomId, "Gone");
  await anna.do("message:delete", { roomId, messageId });
  for (const seq of [3, 99]) expect(await anna.codeOf("receipt:list", { roomId, seq })).toBe("not_found");
  expect(await xan.codeOf("receipt:list", { roomId, seq: 1 })).toBe("not_found");
  await ben.do("room:clear", { roomId });
  expect(await ben.codeOf("receipt:list", { roomId, seq: 1 })).toBe("not_found");
});
