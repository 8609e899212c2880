/** Blocks and requests change what counts, in rooms where nothing has happened: clients hold what a new one fetches. */
import type { RoomId } from "@parley/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, populate, register } from "../person.ts";
import { startServer } from "../start-server.ts";
import { type LiveClient, proveSync, startClient } from "./live-client.ts";

const server = await startServer();
let anna: Person;
let ben: Person;
let cleo: Person;
let live: LiveClient;
beforeAll(async () => {
  [anna, ben, cleo] = await populate(server, ["Anna", "Ben", "Cleo"]);
  live = await startClient(ben);
});
afterAll(async () => {
  await live.client.stop();
  await server.stop();
});

const countsIn = (roomId: RoomId) => {
  const { unread, mentions } = live.client.getState().rooms.get(roomId)?.state ?? {};
  return { unread, mentions };
};

test.each(["open", "closed"])(
  "a block takes out of an %s room what it counted, its end brings it back",
  async (how) => {
    const roomId = await anna.createRoom(`Counted ${how}`);
    await anna.do("member:add", { roomId, userIds: [ben.id, cleo.id] });
    await anna.send(roomId, "One @ben");
    await cleo.send(roomId, "Two @ben");
    await proveSync(ben, live.client);
    if (how === "open") await live.client.openRoom(roomId);
    expect(countsIn(roomId)).toEqual({ unread: 2, mentions: 2 });
    await ben.do("block:add", { userId: anna.id });
    const { id: messageId } = await anna.send(roomId, "Three @ben");
    await cleo.send(roomId, "Four");
    await proveSync(ben, live.client);
    expect(countsIn(roomId)).toEqual({ unread: 2, mentions: 1 });
    await anna.do("message:edit", { roomId, messageId, body: "Three! @ben @cleo" });
    await anna.do("message:delete", { roomId, messageId });
    await proveSync(ben, live.client);
    expect(countsIn(roomId)).toEqual({ unread: 2, mentions: 1 });
    await ben.do("block:remove", { userId: anna.id });
    await anna.send(roomId, "Five @ben");
    await proveSync(ben, live.client);
    expect(countsIn(roomId)).toEqual({ unread: 4, mentions: 3 });
  },
);

test.each(["open", "closed"])("a request that is %s counts from when it is accepted", async (how) => {
  const stranger = await register(server, `Stranger ${how}`);
  const { room } = await stranger.do("room:create-direct", { userIds: [ben.id] });
  await stranger.send(room.id, "Hello");
  await proveSync(ben, live.client);
  if (how === "open") {
    await live.client.openRoom(room.id);
    await live.client.markRead(room.id, 1);
  }
  await stranger.send(room.id, "Are you there?");
  await proveSync(ben, live.client);
  expect(countsIn(room.id)).toEqual({ unread: 0, mentions: 0 });
  // Its answer, its event and a message come in any order.
  await Promise.all([live.client.call("room:accept", { roomId: room.id }), stranger.send(room.id, "Well?")]);
  await proveSync(ben, live.client);
  expect(countsIn(room.id)).toEqual({ unread: 3, mentions: 3 });
});

test("writing in a request accepts it; declining one forgets it", async () => {
  const stranger = await register(server, "Stranger declined");
  const { room } = await stranger.do("room:create-direct", { userIds: [ben.id] });
  await stranger.send(room.id, "Hello");
  await proveSync(ben, live.client);
  await ben.do("room:decline", { roomId: room.id });
  await proveSync(ben, live.client);
  expect(live.client.getState().rooms.has(room.id)).toBe(false);
  await live.client.call("room:create-direct", { userIds: [stranger.id] });
  await stranger.send(room.id, "There you are");
  await proveSync(ben, live.client);
  const another = await register(server, "Stranger answered");
  const asked = await another.do("room:create-direct", { userIds: [ben.id] });
  await another.send(asked.room.id, "Hello");
  await proveSync(ben, live.client);
  await live.client.whenStored(await live.client.send(asked.room.id, "Hello yourself"));
  await proveSync(ben, live.client);
  expect(live.client.getState().rooms.get(asked.room.id)?.state).toMatchObject({ isRequest: false, unread: 1 });
});
