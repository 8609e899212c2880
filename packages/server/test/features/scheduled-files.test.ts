/** Files of messages that wait: nobody else is given them before, nothing throws them away, and nothing is left behind. */
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type FileId, limits, type MessageId, newId, type RoomId, type SharedFile } from "@parley/contract";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { openData } from "../database.ts";
import { Person, password, populate, register } from "../person.ts";
import { startServer } from "../start-server.ts";
import { proveSync, startClient } from "../sync/live-client.ts";
import { fetchFile, share, upload } from "../uploading.ts";

const server = await startServer();
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
let anna: Person;
let ben: Person;
let eve: Person;
let roomId: RoomId;
beforeAll(async () => {
  [anna, ben, eve] = await populate(server, ["Anna", "Ben", "Eve"]);
});
afterAll(server.stop);
beforeEach(async () => {
  roomId = await anna.createRoom("Pictures");
  await anna.do("member:add", { roomId, userIds: [ben.id] });
});

const waitingOf = async (person: Person) => (await person.do("sync:open", {})).scheduled;
const messagesIn = async () => (await ben.do("message:history", { roomId })).messages;
const isOnDisk = ({ id }: SharedFile) => existsSync(join(server.folder, "files/stored", id.slice(-2), id));
const statusFor = async (person: Person, { id }: SharedFile) => (await fetchFile(person, `${id}/x`)).status;
const usedBy = async (person: Person) => (await person.do("file:limits", {})).usedBytes;

/** An input that waits an hour, with these files. */
const later = (
  files: readonly SharedFile[],
  more: { body?: string; roomId?: RoomId; sendAt?: number | null } = {},
) => ({
  id: newId<MessageId>(Date.now()),
  roomId,
  body: "",
  sendAt: server.clock.now() + hourMs,
  files: files.map(({ id }) => id),
  ...more,
});

test("they go with it at its time, in their order; until then they are its writer's alone", async () => {
  const files = [await upload(anna, { name: "one.txt" }), await upload(anna, { name: "two.txt" })];
  const live = await startClient(anna);
  const input = later(files, { body: "From the hike" });
  const { scheduled } = await anna.do("scheduled:add", input);
  expect(scheduled).toMatchObject({ body: "From the hike", files });
  expect(await anna.do("scheduled:add", input)).toEqual({ scheduled });
  await proveSync(anna, live.client);
  expect(live.client.getState().scheduled).toEqual([scheduled]);
  for (const file of files) {
    expect(await statusFor(anna, file)).toBe(200);
    for (const other of [ben, eve]) {
      expect(await statusFor(other, file)).toBe(404);
      expect(await other.codeOf("file:show", { id: file.id })).toBe("not_found");
    }
  }
  // Longer than an upload that nobody sends is kept.
  await anna.do("scheduled:change", { id: input.id, sendAt: server.clock.now() + 30 * dayMs });
  server.clock.forward(29 * dayMs);
  const other = await upload(anna);
  await anna.do("file:delete", { id: other.id });
  await expect.poll(() => isOnDisk(other)).toBe(false);
  expect(files.map(isOnDisk)).toEqual([true, true]);
  server.clock.forward(dayMs);
  await expect.poll(messagesIn).toMatchObject([{ id: input.id, body: "From the hike", senderId: anna.id, files }]);
  for (const file of files) {
    expect(await statusFor(ben, file)).toBe(200);
    expect(await statusFor(eve, file)).toBe(404);
  }
  expect((await ben.do("file:list", { roomId, kind: "file" })).entries.map(({ file }) => file)).toEqual(files);
  await proveSync(anna, live.client);
  expect(live.client.getState().scheduled).toEqual([]);
  await live.client.stop();
  await anna.do("message:delete", { roomId, messageId: input.id });
  await expect.poll(() => files.map(isOnDisk)).toEqual([false, false]);
});

test("only uploads of one's own that are stored and are nowhere else, and no more than a message has", async () => {
  const [mine, sent, held] = [await upload(anna), await upload(anna), await upload(anna)];
  await share(anna, roomId, { files: [sent] });
  await anna.do("scheduled:add", later([held]));
  const theirs = await upload(ben);
  for (const file of [theirs, sent, held, { ...mine, id: newId<FileId>(1) }])
    expect(await anna.codeOf("scheduled:add", later([mine, file])), file.name).toBe("not_found");
  expect(await anna.codeOf("scheduled:add", later([mine, mine]))).toBe("not_found");
  expect(await anna.codeOf("scheduled:add", later([]))).toBe("invalid");
  const many = Array.from({ length: limits.filesOfMessage + 1 }, () => mine);
  expect(await anna.codeOf("scheduled:add", later(many))).toBe("invalid");
  expect(await anna.codeOf("scheduled:add", later([mine], { sendAt: server.clock.now() - 1 }))).toBe("invalid");
  const taken = later([mine]);
  const { id } = await ben.send(roomId, "Ben's");
  expect(await anna.codeOf("scheduled:add", { ...taken, id })).toBe("conflict");
  // What waits can be neither sent otherwise, nor dropped, nor found as if it were still to be sent.
  expect(await anna.codeOf("message:send", { id: newId(2), roomId, body: "", files: [held.id] })).toBe("not_found");
  expect(await anna.codeOf("file:find", { id: held.id })).toBe("not_found");
  await anna.do("file:delete", { id: held.id });
  expect(await statusFor(anna, held)).toBe(200);
  // Nothing of what was refused has happened.
  await anna.do("scheduled:add", taken);
  expect((await waitingOf(anna)).map(({ files }) => files)).toEqual([[held], [mine]]);
  await anna.do("room:clear", { roomId });
});

test("its caption may become empty, as that of any message with files, and it may go at once", async () => {
  const file = await upload(anna);
  const { id } = later([]);
  await anna.do("scheduled:add", { ...later([file], { body: "See" }), id });
  expect(await anna.do("scheduled:change", { id, body: "" })).toMatchObject({ body: "", files: [file] });
  expect(await ben.codeOf("scheduled:send", { id })).toBe("not_found");
  expect(await anna.do("scheduled:send", { id })).toMatchObject({ id, body: "", files: [file] });
  expect(await statusFor(ben, file)).toBe(200);
  expect(await anna.codeOf("scheduled:send", { id })).toBe("not_found");
});

test("whoever cancels it has a minute to think again; then they are gone, and what they took is free", async () => {
  const file = await upload(eve, { bytes: randomBytes(4_000) });
  const input = later([file], { roomId: await eve.createRoom("Eve's") });
  await eve.do("scheduled:add", input);
  expect(await usedBy(eve)).toBe(4_000);
  await eve.do("scheduled:remove", { id: input.id });
  await eve.do("scheduled:add", input);
  server.clock.forward(2 * minuteMs);
  const other = await upload(eve, { bytes: randomBytes(10) });
  await eve.do("file:delete", { id: other.id });
  await expect.poll(() => isOnDisk(other)).toBe(false);
  expect(await statusFor(eve, file)).toBe(200);
  expect(await waitingOf(eve)).toMatchObject([{ files: [file] }]);
  await eve.do("scheduled:remove", { id: input.id });
  server.clock.forward(minuteMs);
  await expect.poll(() => isOnDisk(file)).toBe(false);
  await expect.poll(() => usedBy(eve)).toBe(0);
  expect(await statusFor(eve, file)).toBe(404);
  expect(await eve.codeOf("scheduled:add", input)).toBe("not_found");
});

test("with the conversation, or what was in it for its writer, they go at once", async () => {
  const direct = await anna.do("room:create-direct", { userIds: [ben.id] });
  const [cleared, deleted] = [await upload(anna), await upload(anna)];
  await anna.do("scheduled:add", later([cleared]));
  await anna.do("room:clear", { roomId });
  await expect.poll(() => isOnDisk(cleared)).toBe(false);
  await anna.do("scheduled:add", later([deleted], { roomId: direct.room.id }));
  await ben.do("room:delete-direct", { roomId: direct.room.id });
  await expect.poll(() => isOnDisk(deleted)).toBe(false);
});

test("with its writer's account they go", async () => {
  const cara = await register(server, "Cara");
  await anna.do("member:add", { roomId, userIds: [cara.id] });
  const file = await upload(cara);
  await cara.do("scheduled:add", later([file], { sendAt: server.clock.now() + 30 * dayMs }));
  await cara.do("account:delete", { password, messages: "anonymise" });
  server.clock.forward(7 * dayMs);
  await expect.poll(() => isOnDisk(file), { timeout: 5_000 }).toBe(false);
  const data = await openData(server);
  await expect.poll(() => data.sql(`select id from files where owner_id = '${cara.id}'`)).toEqual([]);
  expect(await data.sql(`select id from scheduled_messages where user_id = '${cara.id}'`)).toEqual([]);
  expect(await data.sql(`select * from file_usage where owner_id = '${cara.id}' and bytes <> 0`)).toEqual([]);
  await data.close();
});

test("what is refused at its time keeps them, until its writer decides", async () => {
  const file = await upload(ben);
  const input = later([file]);
  await ben.do("scheduled:add", input);
  await anna.do("member:mute", { roomId, userId: ben.id, forMs: null });
  server.clock.forward(hourMs);
  await expect.poll(() => waitingOf(ben)).toMatchObject([{ files: [file], refusal: { code: "forbidden" } }]);
  expect(await ben.codeOf("scheduled:send", { id: input.id })).toBe("forbidden");
  expect(await statusFor(ben, file)).toBe(200);
  expect(await statusFor(anna, file)).toBe(404);
  await anna.do("member:mute", { roomId, userId: ben.id, forMs: 0 });
  expect(await ben.do("scheduled:send", { id: input.id })).toMatchObject({ files: [file] });
});

test("of one whose id is a message meanwhile nothing is left", async () => {
  const file = await upload(anna);
  const input = later([file]);
  await anna.do("scheduled:add", input);
  await anna.do("message:send", { id: input.id, roomId, body: "Sent by another way" });
  server.clock.forward(hourMs);
  await expect.poll(() => waitingOf(anna)).toEqual([]);
  await expect.poll(() => isOnDisk(file)).toBe(false);
  expect((await messagesIn()).map(({ body }) => body)).toEqual(["Sent by another way"]);
});

test("a server that was not there at its time sends it with its files when it is back", async () => {
  const own = await startServer();
  const [olga] = await populate(own, ["Olga"]);
  const place = await olga.createRoom("Desk");
  const file = await upload(olga, { bytes: Buffer.from("kept") });
  await olga.do("scheduled:add", { ...later([file], { roomId: place, sendAt: own.clock.now() + hourMs }) });
  await own.halt();
  const again = await own.again();
  again.clock.forward(hourMs);
  const { user, sessionId, token } = olga;
  const back = new Person(again, { user, sessionId, token });
  await vi.waitFor(async () => {
    const { messages } = await back.do("message:history", { roomId: place });
    expect(messages).toMatchObject([{ files: [file] }]);
  });
  expect(await (await fetchFile(back, `${file.id}/x`)).text()).toBe("kept");
  expect((await back.do("sync:open", {})).scheduled).toEqual([]);
  await again.halt();
  await own.stop();
});
