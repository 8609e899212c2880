import { type Input, type MessageId, newId, type RoomId } from "@parley/contract";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Person, populate, register } from "../person.ts";
import { startServer } from "../start-server.ts";
import { proveSync, startClient } from "../sync/live-client.ts";
import { fetchFile, share, upload } from "../uploading.ts";

const server = await startServer();
afterAll(server.stop);
let anna: Person;
let ben: Person;
let cleo: Person;
/** Where Anna and Ben are, and where Ben and Cleo are. */
let from: RoomId;
let to: RoomId;

beforeAll(async () => {
  [anna, ben, cleo] = await populate(server, ["Anna", "Ben", "Cleo"]);
});
beforeEach(async () => {
  from = await anna.createRoom("From");
  await anna.do("member:add", { roomId: from, userIds: [ben.id] });
  to = await ben.createRoom("To");
  await ben.do("member:add", { roomId: to, userIds: [cleo.id] });
});

const post = (seq: number, more: Partial<Input<"message:send">> = {}) => ({
  id: newId<MessageId>(Date.now()),
  roomId: to,
  body: "",
  forward: { roomId: from, seq },
  ...more,
});

test("says again what was said, under its name, calls nobody, and tells nothing of where it was", async () => {
  const live = await startClient(cleo);
  await live.client.openRoom(to);
  await anna.send(from, "Ask @cleo and @ben");
  await ben.do("message:send", post(1));
  const { messages, people } = await cleo.do("message:history", { roomId: to });
  expect(messages.at(-1)).toMatchObject({ body: "Ask @cleo and @ben", senderId: ben.id, forwardedFrom: anna.id });
  expect(messages.at(-1)).not.toHaveProperty("mentions");
  expect(people.map(({ id }) => id)).toContain(anna.id);
  expect(JSON.stringify(messages)).not.toContain(from);
  // Whoever carries it on is not who said it.
  const direct = (await cleo.do("room:create-direct", { userIds: [ben.id] })).room.id;
  const onwards = post(1, { roomId: direct, forward: { roomId: to, seq: 1 } });
  expect(await cleo.do("message:send", onwards)).toMatchObject({ forwardedFrom: anna.id, senderId: cleo.id });
  await proveSync(cleo, live.client);
  await live.client.stop();
});

test("a repeat is answered with the original, also when what it carried is gone meanwhile", async () => {
  const { id: messageId } = await anna.send(from, "Once");
  const carried = post(1);
  const first = await ben.do("message:send", carried);
  expect(await ben.do("message:send", carried)).toEqual(first);
  await anna.do("message:delete", { roomId: from, messageId });
  expect(await ben.do("message:send", carried)).toEqual(first);
  expect(await ben.codeOf("message:send", post(1))).toBe("not_found");
  expect((await cleo.do("message:history", { roomId: to })).messages).toHaveLength(1);
});

test("only what one sees, only where one may write, and nothing is put into its mouth", async () => {
  await anna.send(from, "Secret");
  expect(await cleo.codeOf("message:send", post(1))).toBe("not_found");
  expect(await cleo.codeOf("message:send", post(9))).toBe("not_found");
  expect(await anna.codeOf("message:send", post(1))).toBe("not_found");
  expect(await ben.codeOf("message:send", post(1, { body: "Or so" }))).toBe("invalid");
  await ben.do("room:clear", { roomId: from });
  expect(await ben.codeOf("message:send", post(1))).toBe("not_found");
  await anna.send(from, "Another");
  const { id: messageId } = await ben.do("message:send", post(2));
  expect(await ben.codeOf("message:edit", { roomId: to, messageId, body: "Not hers" })).toBe("conflict");
});

test("nobody is named across a block, and no name comes back later", async () => {
  await anna.send(from, "Hello");
  await anna.do("block:add", { userId: ben.id });
  expect(await ben.do("message:send", post(1))).toMatchObject({ body: "Hello", forwardedFrom: null });
  await anna.do("block:remove", { userId: ben.id });
  const again = post(1, { forward: { roomId: to, seq: 1 } });
  expect(await cleo.do("message:send", again)).toMatchObject({ forwardedFrom: null });
});

test("what disappears does so wherever it was carried", async () => {
  await anna.do("room:set-expiry", { roomId: from, expiresAfterMs: 600_000 });
  const { expiresAt } = await anna.send(from, "Soon gone");
  expect(await ben.do("message:send", post(1))).toMatchObject({ expiresAt });
  await ben.do("room:set-expiry", { roomId: to, expiresAfterMs: 300_000 });
  const sooner = await ben.do("message:send", post(1));
  expect(sooner.expiresAt).toBeLessThan(expiresAt ?? 0);
});

test("files go along without another copy, and stay as long as one message has them", async () => {
  const file = await upload(anna, { bytes: Buffer.from("the letter"), name: "letter.txt" });
  const { id: messageId } = await share(anna, from, { files: [file], body: "See" });
  const used = (await anna.do("file:limits", {})).usedBytes;
  expect((await fetchFile(cleo, `${file.id}/x`)).status).toBe(404);
  const copy = await ben.do("message:send", post(1));
  expect(copy.files).toEqual([file]);
  expect([(await anna.do("file:limits", {})).usedBytes, (await ben.do("file:limits", {})).usedBytes]).toEqual([
    used,
    0,
  ]);
  await anna.do("message:delete", { roomId: from, messageId });
  expect(await (await fetchFile(cleo, `${file.id}/x`)).text()).toBe("the letter");
  await ben.do("message:delete", { roomId: to, messageId: copy.id });
  expect((await fetchFile(cleo, `${file.id}/x`)).status).toBe(404);
  await expect.poll(async () => (await anna.do("file:limits", {})).usedBytes).toBe(used - file.size);
});

test("a client carries several into several rooms, each once, with a word of its own before", async () => {
  const other = await ben.createRoom("Other");
  await anna.send(from, "First");
  await anna.send(from, "Second");
  const live = await startClient(ben);
  await live.client.openRoom(from);
  const messages = live.client.getState().rooms.get(from)?.window?.messages ?? [];
  await live.client.forward({ from, messages, to: [to, other], comment: "Look" });
  for (const roomId of [to, other]) {
    const bodies = async () => (await ben.do("message:history", { roomId })).messages.map(({ body }) => body);
    await expect.poll(bodies).toEqual(["Look", "First", "Second"]);
  }
  await live.client.stop();
});

test("into a thread it goes as what is written there: it counts there, and who carries it follows the thread", async () => {
  await anna.send(from, "Ask @cleo");
  await cleo.send(to, "What did she say?");
  const threadId = (await ben.do("thread:open", { roomId: to, seq: 1 })).room.id;
  await ben.do("thread:follow", { roomId: threadId, isFollowed: false });
  const isFollowed = async (person: Person) =>
    (await person.do("sync:open", {})).rooms.some(({ room }) => room.id === threadId);
  expect(await isFollowed(ben)).toBe(false);
  const live = await startClient(cleo);
  await live.client.openRoom(to);
  const copy = await ben.do("message:send", post(1, { roomId: threadId }));
  expect(copy).toMatchObject({ seq: 1, body: "Ask @cleo", forwardedFrom: anna.id });
  expect(copy).not.toHaveProperty("mentions");
  expect([await isFollowed(ben), await isFollowed(cleo), await isFollowed(anna)]).toEqual([true, true, false]);
  const sum = () => live.client.getState().rooms.get(to)?.window?.messages[0]?.thread;
  await expect.poll(sum).toMatchObject({ roomId: threadId, count: 1, userIds: [ben.id] });
  await live.client.openRoom(threadId);
  expect(live.client.getState().rooms.get(threadId)?.window?.messages).toMatchObject([{ forwardedFrom: anna.id }]);
  // From there it goes on like from any room; by Cleo, who never saw where it was said.
  const messages = [copy];
  await live.client.forward({ from: threadId, messages, to: [threadId], comment: "Again" });
  const bodies = async () => (await ben.do("message:history", { roomId: threadId })).messages.map(({ body }) => body);
  await expect.poll(bodies).toEqual(["Ask @cleo", "Again", "Ask @cleo"]);
  await proveSync(cleo, live.client);
  await live.client.stop();
});

test("into a thread only who may write there, by the rules of its room", async () => {
  await anna.send(from, "Hello");
  await ben.send(to, "Here?");
  const threadId = (await ben.do("thread:open", { roomId: to, seq: 1 })).room.id;
  const place = { roomId: threadId };
  // Of the room's neither outsiders nor, of what is forwarded, those who do not see it.
  expect(await anna.codeOf("message:send", post(1, place))).toBe("not_found");
  expect(await cleo.codeOf("message:send", post(1, place))).toBe("not_found");
  const dora = await register(server, "Dora");
  await ben.do("member:add", { roomId: to, userIds: [dora.id] });
  await anna.do("member:add", { roomId: from, userIds: [dora.id] });
  const tried = () => dora.codeOf("message:send", post(1, place));
  await ben.do("room:change", { roomId: to, rules: { slowModeMs: 60_000 } });
  expect([await tried(), await tried()]).toEqual(["ok", "rate_limited"]);
  await ben.do("room:change", { roomId: to, rules: { slowModeMs: 0, post: "moderators" } });
  expect(await tried()).toBe("forbidden");
  await ben.do("room:change", { roomId: to, rules: { post: "everyone" } });
  await ben.do("member:mute", { roomId: to, userId: dora.id, forMs: 60_000 });
  expect(await tried()).toBe("forbidden");
  await ben.do("member:mute", { roomId: to, userId: dora.id, forMs: 0 });
  expect(await tried()).toBe("ok");
  await dora.do("room:clear", { roomId: to });
  expect(await tried()).toBe("not_found");
  await ben.do("member:ban", { roomId: to, userId: dora.id, forMs: null });
  expect(await tried()).toBe("not_found");
  const { messages } = await ben.do("message:history", { roomId: threadId });
  expect(messages.map(({ senderId, body }) => [senderId, body])).toEqual([
    [dora.id, "Hello"],
    [dora.id, "Hello"],
  ]);
});

test("nobody is named across a block in a thread, and what disappears does so there", async () => {
  await anna.do("room:set-expiry", { roomId: from, expiresAfterMs: 600_000 });
  const { expiresAt } = await anna.send(from, "Soon gone");
  await ben.send(to, "Where?");
  const threadId = (await ben.do("thread:open", { roomId: to, seq: 1 })).room.id;
  await anna.do("block:add", { userId: ben.id });
  expect(await ben.do("message:send", post(1, { roomId: threadId }))).toMatchObject({ forwardedFrom: null, expiresAt });
  await anna.do("block:remove", { userId: ben.id });
});
