import type { RoomId } from "@parley/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";

const server = await startServer();
afterAll(server.stop);
let anna: Person;
let lee: Person;
let xan: Person;
let roomId: RoomId;
beforeAll(async () => {
  [anna, lee, xan] = await populate(server, ["Anna", "Änne Lee", "Xan"]);
  roomId = await anna.createRoom("Calls");
  await anna.do("member:add", { roomId, userIds: [lee.id] });
});

const mentioned = async (body: string) => (await anna.send(roomId, body)).mentions ?? [];
const count = async () => (await lee.do("room:open", { roomId })).state.mentions;

test("members are called by handle, however it is written; nobody else is", async () => {
  expect(await mentioned("@änne_lee look")).toEqual([lee.id]);
  expect(await mentioned("ask @ÄNNE_LEE, **@änne_lee**!")).toEqual([lee.id]);
  expect(await mentioned("@xan is not here, @anna is me, @nobody is nobody")).toEqual([]);
  expect(await mentioned("`@änne_lee` and a@änne_lee")).toEqual([]);
  expect(xan.user.handle).toBe("xan");
});

test("an edit calls and un-calls, a delete un-calls", async () => {
  await lee.do("receipt:read", { roomId, seq: Number.MAX_SAFE_INTEGER });
  const { id: messageId } = await anna.send(roomId, "somebody?");
  const edit = (body: string) => anna.do("message:edit", { roomId, messageId, body });
  expect(await count()).toBe(0);
  expect((await edit("@änne_lee?")).mentions).toEqual([lee.id]);
  expect(await count()).toBe(1);
  expect((await edit("nobody.")).mentions).toBeUndefined();
  expect(await count()).toBe(0);
  await edit("@änne_lee!");
  await anna.do("message:delete", { roomId, messageId });
  expect(await count()).toBe(0);
});
