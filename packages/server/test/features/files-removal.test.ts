/** However a message goes, its files go from the disk, thumbnails and all, and nobody is given them meanwhile. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { MessageId, RoomId } from "@parley/contract";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openData } from "../database.ts";
import { type Person, password, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import { append, begin, fetchFile, newFileId, share, upload } from "../uploading.ts";
import { archiveOf, fileIn } from "./archive.ts";

const server = await startServer();
const canary = "CANARY-ON-THE-DISK";
let anna: Person;
let ben: Person;
let roomId: RoomId;
beforeAll(async () => {
  [anna, ben] = await populate(server, ["Anna", "Ben"]);
});
afterAll(server.stop);
beforeEach(async () => {
  roomId = await anna.createRoom("Shared");
  await anna.do("member:add", { roomId, userIds: [ben.id] });
});

/** Every file below the folder of files that holds the canary. */
function found(): string[] {
  const root = join(server.folder, "files");
  const paths = readdirSync(root, { recursive: true }).map((name) => join(root, String(name)));
  return paths.filter((path) => statSync(path).isFile() && readFileSync(path).includes(canary));
}

async function shareIn(room: RoomId, person = anna) {
  const file = await upload(person, { bytes: Buffer.from(canary), name: `${canary}.txt` });
  return { file, message: await share(person, room, { files: [file], body: "See" }) };
}

type Way = (at: { roomId: RoomId; messageId: MessageId }) => Promise<unknown>;
const ways: [string, Way][] = [
  ["deleted by its sender", (place) => anna.do("message:delete", place)],
  ["deleted with all of its sender's", () => anna.do("message:delete-mine", { roomId })],
];

test.each(ways)("a message %s", async (_, remove) => {
  const { file, message } = await shareIn(roomId);
  expect(found().length).toBeGreaterThan(0);
  await remove({ roomId, messageId: message.id });
  for (const person of [anna, ben]) expect((await fetchFile(person, `${file.id}/x`)).status).toBe(404);
  await expect.poll(found).toEqual([]);
  const { messages } = await ben.do("message:list", { roomId, seqs: [message.seq] });
  expect(messages[0]?.files).toBe(undefined);
});

test("a message that disappears by itself", async () => {
  await anna.do("room:set-expiry", { roomId, expiresAfterMs: 300_000 });
  const { file } = await shareIn(roomId);
  server.clock.forward(300_001);
  // Whether the job has come round to it or not.
  expect((await fetchFile(ben, `${file.id}/x`)).status).toBe(404);
  await expect.poll(found).toEqual([]);
});

test("a private conversation that is deleted", async () => {
  const direct = await anna.do("room:create-direct", { userIds: [ben.id] });
  await shareIn(direct.room.id);
  await shareIn(direct.room.id, ben);
  expect(found().length).toBeGreaterThan(1);
  await ben.do("room:delete-direct", { roomId: direct.room.id });
  await expect.poll(found).toEqual([]);
});

test("whoever leaves or clears the room is given nothing of it, and everybody else is", async () => {
  const { file } = await shareIn(roomId);
  await ben.do("room:clear", { roomId });
  expect((await fetchFile(ben, `${file.id}/thumbnail/small`)).status).toBe(404);
  const { file: later } = await shareIn(roomId);
  expect((await fetchFile(ben, `${later.id}/x`)).status).toBe(200);
  await ben.do("room:leave", { roomId });
  expect((await fetchFile(ben, `${later.id}/x`)).status).toBe(404);
  expect((await fetchFile(anna, `${file.id}/x`)).status).toBe(200);
  await anna.do("message:delete-mine", { roomId });
  await expect.poll(found).toEqual([]);
});

test("an account that is deleted takes what it had not sent, and what was to go with it", async () => {
  await shareIn(roomId, ben);
  await upload(ben, { bytes: Buffer.from(canary) });
  const id = newFileId();
  await begin(ben, { id, length: 1_000 });
  await append(ben, id, { offset: 0, bytes: Buffer.from(canary) });
  expect(found().length).toBeGreaterThan(2);
  const archive = await archiveOf(ben);
  expect([...archive].filter(([path]) => path.startsWith("files/")).map(([, text]) => text)).toEqual([canary, canary]);
  expect(JSON.parse(fileIn(archive, "files.json"))).toMatchObject([{ name: `${canary}.txt` }, { name: "notes.txt" }]);
  await ben.do("account:delete", { password, messages: "remove" });
  server.clock.forward(7 * 86_400_000);
  await expect.poll(found, { timeout: 5_000 }).toEqual([]);
  const data = await openData(server);
  await expect.poll(() => data.sql("select * from files")).toEqual([]);
  expect(await data.sql("select * from file_usage where bytes <> 0")).toEqual([]);
  expect(await data.sql("select * from file_uses")).toEqual([]);
  await data.close();
});
