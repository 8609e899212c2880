/** Stickers as messages: sent whole or not at all, shown with a picture that never changes, found by what they mean. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type MessageId, newId, type RoomId, type StickerPlace } from "@parley/contract";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import { proveSync, startClient } from "../sync/live-client.ts";

const server = await startServer();
afterAll(server.stop);
let anna: Person;
let ben: Person;
let xan: Person;
let roomId: RoomId;
const party = { setId: "moving", stickerId: "1f389" };
const numbers = Array(1_000).keys();

beforeAll(async () => {
  [anna, ben, xan] = await populate(server, ["Anna", "Ben", "Xan"]);
});
beforeEach(async () => {
  roomId = await anna.createRoom(`Fun ${numbers.next().value}`);
  await anna.do("member:add", { roomId, userIds: [ben.id] });
});

const send = (person: Person, sticker: StickerPlace, more: { body?: string } = {}) =>
  person.do("message:send", { id: newId<MessageId>(Date.now()), roomId, body: "", sticker, ...more });

const fetchSticker = (path: string, { token }: { token?: string } = anna) =>
  fetch(`${server.url}/stickers/${path}`, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });

test("a sticker is a message of its own, whole from the server's own catalogue", async () => {
  const live = await startClient(ben);
  await live.client.openRoom(roomId);
  const sent = await send(anna, party);
  expect(sent).toMatchObject({
    body: "",
    sticker: { ...party, emoji: "🎉", width: 256, height: 256, isAnimated: true },
  });
  await ben.do("reaction:add", { roomId, seq: sent.seq, emoji: "👍" });
  await ben.send(roomId, "Hooray!");
  await proveSync(ben, live.client);
  await live.client.stop();
  const { messages } = await ben.do("message:history", { roomId });
  expect(messages.at(-2)).toMatchObject({ sticker: sent.sticker });
});

test("it goes alone, is one that there is, and is not changed", async () => {
  await expect(send(anna, party, { body: "and words" })).rejects.toThrow("A sticker goes alone");
  const absent = [
    { setId: "moving", stickerId: "0000" },
    { setId: "nowhere", stickerId: "1f389" },
  ];
  for (const sticker of absent) await expect(send(anna, sticker)).rejects.toThrow("There is no such sticker.");
  await expect(send(anna, { setId: "..", stickerId: "main" })).rejects.toThrow();
  await expect(send(xan, party)).rejects.toThrow("There is no such room.");
  const { id: messageId } = await send(anna, party);
  expect(await anna.codeOf("message:edit", { roomId, messageId, body: "Words" })).toBe("conflict");
});

test("what is deleted is no sticker any more, one by one, all of a person's, or by its time", async () => {
  const live = await startClient(ben);
  await live.client.openRoom(roomId);
  const { id: messageId } = await send(anna, party);
  await send(ben, party);
  await anna.do("room:set-expiry", { roomId, expiresAfterMs: 300_000 });
  await send(anna, party);
  await anna.do("message:delete", { roomId, messageId });
  await ben.do("message:delete-mine", { roomId });
  server.clock.forward(300_001);
  const stickers = async () => (await anna.do("message:history", { roomId })).messages.filter(({ sticker }) => sticker);
  expect(await stickers()).toEqual([]);
  await proveSync(ben, live.client);
  await live.client.stop();
});

test("it is found by its emoji, and as a sticker", async () => {
  const { id } = await send(anna, { setId: "animals", stickerId: "1f98a" });
  const hits = async (text: string) =>
    (await ben.do("search:messages", { text, roomId })).hits.map(({ message }) => message.id);
  await expect.poll(() => hits("🦊")).toEqual([id]);
  expect([await hits("has:sticker"), await hits("has:poll")]).toEqual([[id], []]);
});

test("every picture is there, kept for ever by those who may see it, and by nobody else", async () => {
  const { sets } = await anna.do("sticker:list", {});
  const folder = join(import.meta.dirname, "../../stickers");
  for (const { setId, stickerId, isAnimated } of sets.flatMap(({ stickers }) => stickers)) {
    expect(existsSync(join(folder, setId, `${stickerId}.webp`)), `${setId}/${stickerId}`).toBe(true);
    if (isAnimated) expect(existsSync(join(folder, setId, `${stickerId}.still.webp`)), stickerId).toBe(true);
  }
  for (const path of ["moving/1f389", "moving/1f389/still", "animals/1f98a/still", "moving/1f389/small"]) {
    const answer = await fetchSticker(path);
    expect(answer.headers.get("cache-control")).toBe("private, max-age=31536000, immutable");
    expect(answer.headers.get("content-type")).toBe("image/webp");
    expect(Buffer.from(await answer.arrayBuffer()).toString("latin1", 8, 12)).toBe("WEBP");
  }
  expect((await fetchSticker("moving/1f389", {})).status).toBe(401);
  for (const path of ["moving/1f38", "nowhere/1f389", "%2e%2e/package", "moving/1f389.still", "moving/..%2fmain"])
    expect((await fetchSticker(path)).status, path).toBe(404);
});
