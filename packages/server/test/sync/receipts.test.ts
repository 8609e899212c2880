/** Receipts switched off and on, on another device or while away: a client is where a new one begins. */
import type { RoomEntry } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { choose } from "../looking.ts";
import { type Person, populate, register } from "../person.ts";
import { startServer } from "../start-server.ts";
import { type LiveClient, proveSync, startClient } from "./live-client.ts";

const server = await startServer();
let anna: Person;
let ben: Person;
let cleo: Person;
let live: LiveClient;
let roomId: RoomId;

beforeAll(async () => {
  [anna, ben, cleo] = await populate(server, ["Anna", "Ben", "Cleo"]);
  live = await startClient(ben);
  roomId = await anna.createRoom("Read");
  await anna.do("member:add", { roomId, userIds: [ben.id] });
  for (let at = 1; at <= 5; at += 1) await anna.send(roomId, `m${at}`);
  await until(() => true);
  await live.client.openRoom(roomId);
});
afterAll(async () => {
  await live.client.stop();
  await server.stop();
});

function until(fits: (entry: RoomEntry) => boolean, { client } = live): Promise<void> {
  const isSo = () => {
    const entry = client.getState().rooms.get(roomId);
    return entry !== undefined && fits(entry);
  };
  if (isSo()) return Promise.resolve();
  return new Promise((resolve) => {
    const off = client.subscribe(() => {
      if (!isSo()) return;
      off();
      resolve();
    });
  });
}

const readBy = (person: Person, seq: number) => until((entry) => entry.receipts.get(person.id)?.readSeq === seq);

test("off everywhere: what others have read is forgotten; on: it is fetched", async () => {
  await anna.do("receipt:read", { roomId, seq: 2 });
  await readBy(anna, 2);
  await choose(ben, { receipts: false });
  await readBy(anna, 0);
  await anna.do("receipt:read", { roomId, seq: 3 });
  await anna.do("member:add", { roomId, userIds: [cleo.id] });
  await until((entry) => entry.receipts.get(anna.id)?.deliveredSeq === 3 && entry.receipts.has(cleo.id));
  await proveSync(ben, live.client);
  await choose(ben, {});
  await readBy(anna, 3);
  await readBy(cleo, 5);
  await proveSync(ben, live.client);
});

test("off in one conversation, on again there", async () => {
  await ben.do("room:prefer", { roomId, receipts: false });
  await readBy(anna, 0);
  await proveSync(ben, live.client);
  await ben.do("room:prefer", { roomId, receipts: null });
  await readBy(anna, 3);
  await proveSync(ben, live.client);
});

test("invisible, a client tells of no delivery, and makes up for it afterwards", async () => {
  const deliveredTo = async () => (await anna.do("receipt:list", { roomId, seq: 6 })).deliveredTo;
  await ben.do("settings:change", { presence: "invisible" });
  await until(() => live.client.getState().settings.presence === "invisible");
  await anna.send(roomId, "Anybody there?");
  await until((entry) => entry.state.lastSeq === 6);
  await anna.do("receipt:read", { roomId, seq: 6 });
  await readBy(anna, 6);
  expect(await deliveredTo()).toEqual([]);
  await ben.do("settings:change", { presence: "auto" });
  await expect.poll(deliveredTo, { timeout: 5_000 }).toEqual([ben.id]);
  await proveSync(ben, live.client);
});

test("a stranger's conversation, read while it waited: both see it once it is accepted", async () => {
  const stranger = await register(server, "Stranger");
  const theirs = await startClient(stranger);
  ({ id: roomId } = (await stranger.do("room:create-direct", { userIds: [ben.id] })).room);
  await stranger.send(roomId, "Hello?");
  await stranger.do("receipt:read", { roomId, seq: 1 });
  for (const one of [live, theirs]) {
    await until((entry) => entry.state.lastSeq === 1, one);
    await one.client.openRoom(roomId);
  }
  await ben.do("receipt:read", { roomId, seq: 1 });
  await proveSync(stranger, theirs.client);
  expect(theirs.client.getState().rooms.get(roomId)?.receipts.get(ben.id)?.readSeq).toBe(0);
  await ben.do("room:accept", { roomId });
  await until((entry) => entry.receipts.get(ben.id)?.readSeq === 1, theirs);
  await until((entry) => entry.receipts.get(stranger.id)?.readSeq === 1);
  await proveSync(stranger, theirs.client);
  await proveSync(ben, live.client);
  await theirs.client.stop();
});
