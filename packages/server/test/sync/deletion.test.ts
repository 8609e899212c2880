/** What is deleted or cleared elsewhere goes here too, wherever this client stands: live, or when it comes back. */
import { createClient, memoryStorage, type ParleyClient } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openData } from "../database.ts";
import { fill } from "../features/many-messages.ts";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import { proveSync, startClient } from "./live-client.ts";

const server = await startServer();
let anna: Person;
let ben: Person;
let roomId: RoomId;
beforeAll(async () => {
  [anna, ben] = await populate(server, ["Anna", "Ben"]);
});
afterAll(server.stop);
beforeEach(async () => {
  roomId = await anna.createRoom("Much said");
  await anna.do("member:add", { roomId, userIds: [ben.id] });
});

const entryOf = (client: ParleyClient) => client.getState().rooms.get(roomId);
const bodies = (client: ParleyClient) => entryOf(client)?.window?.messages.map(({ body }) => body);

async function say(...texts: string[]): Promise<void> {
  for (const text of texts) await anna.send(roomId, text);
}

test("a window that stands in what is cleared is loaded anew", async () => {
  const data = await openData(server);
  await fill(data, { roomId, senderIds: [anna.id], count: 600 });
  await data.close();
  const { client } = await startClient(ben);
  await client.openRoom(roomId);
  await client.jumpTo(roomId, 100);
  expect(entryOf(client)?.window?.isEnd).toBe(false);
  await ben.do("room:clear", { roomId });
  await say("After that @ben");
  await expect.poll(() => bodies(client)).toEqual(["After that @ben"]);
  expect(entryOf(client)?.window).toMatchObject({ isStart: true, isEnd: true });
  await proveSync(ben, client);
  await client.stop();
});

test("clearing while messages come, again and again, ends in step", async () => {
  const { client } = await startClient(ben);
  await client.openRoom(roomId);
  for (let round = 0; round < 10; round += 1) {
    await Promise.all([say(`a${round}`, `b${round} @ben`), ben.do("room:clear", { roomId }), say(`c${round}`)]);
  }
  await proveSync(ben, client);
  await client.stop();
});

test("an older message that changes after it was cleared stays away", async () => {
  const { client } = await startClient(ben);
  await client.openRoom(roomId);
  const old = await anna.send(roomId, "Old");
  await ben.do("room:clear", { roomId });
  await expect.poll(() => bodies(client)).toEqual([]);
  await anna.do("message:edit", { roomId, messageId: old.id, body: "Changed" });
  await proveSync(ben, client);
  expect(bodies(client)).toEqual([]);
  await say("New");
  await anna.do("message:delete", { roomId, messageId: old.id });
  await proveSync(ben, client);
  expect(bodies(client)).toEqual(["New"]);
  await client.stop();
});

test("what was cleared, deleted or is past its time while a device was away is not there when it is next opened", async () => {
  const storage = memoryStorage();
  const device = () => createClient({ url: server.url, token: ben.token, storage, clock: () => server.clock.now() });
  const before = device();
  await before.start();
  await before.whenLive();
  await say("Cleared 1", "Cleared 2");
  const other = await anna.createRoom("Another");
  await anna.do("member:add", { roomId: other, userIds: [ben.id] });
  await anna.do("room:set-expiry", { roomId: other, expiresAfterMs: 300_000 });
  await anna.send(other, "Gone by itself");
  const direct = await anna.do("room:create-direct", { userIds: [ben.id] });
  await anna.send(direct.room.id, "Gone with the conversation");
  for (const id of [roomId, other, direct.room.id]) {
    await expect.poll(() => before.getState().rooms.get(id)?.state.lastMessage?.body).toMatch(/Cleared 2|Gone/);
    await before.openRoom(id);
  }
  await before.stop();

  await ben.do("room:clear", { roomId });
  await anna.do("room:delete-direct", { roomId: direct.room.id });
  server.clock.forward(300_000);
  const offline = createClient({
    url: "http://127.0.0.1:9",
    token: ben.token,
    storage,
    clock: () => server.clock.now(),
  });
  await offline.start();
  expect(
    offline
      .getState()
      .rooms.get(other)
      ?.window?.messages.map(({ body }) => body),
  ).toEqual([""]);
  expect(offline.getState().rooms.get(other)?.state.lastMessage?.body).toBe("");
  await offline.stop();

  const after = device();
  await after.start();
  await after.whenLive();
  await proveSync(ben, after);
  expect(JSON.stringify([...after.getState().rooms.values()].map(({ window, state }) => [window, state]))).not.toMatch(
    /Gone|Cleared/,
  );
  await after.stop();
  expect(JSON.stringify((await storage.load())?.cache)).not.toMatch(/Gone|Cleared/);
});

test("all of somebody's messages at once: whoever is there asks for what they missed", async () => {
  const { client } = await startClient(ben);
  await client.openRoom(roomId);
  await Promise.all(Array.from({ length: 70 }, (_, at) => anna.send(roomId, `Number ${at} @ben`)));
  await ben.send(roomId, "Stays");
  await expect.poll(() => bodies(client)?.filter((body) => body !== "")).toHaveLength(71);
  await anna.do("message:delete-mine", { roomId });
  await expect.poll(() => bodies(client)?.filter((body) => body !== "")).toEqual(["Stays"]);
  await proveSync(ben, client);
  await client.stop();
});
