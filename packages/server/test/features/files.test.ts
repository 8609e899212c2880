/** Files from the upload to the message, and who is given them. */
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { RoomId } from "@parley/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import { append, begin, codeOf, fetchFile, newFileId, offsetOf, share, upload } from "../uploading.ts";

const server = await startServer();
let anna: Person;
let ben: Person;
let eve: Person;
let roomId: RoomId;
beforeAll(async () => {
  [anna, ben, eve] = await populate(server, ["Anna", "Ben", "Eve"]);
  roomId = await anna.createRoom("Pictures");
  await anna.do("member:add", { roomId, userIds: [ben.id] });
});
afterAll(server.stop);

const placeOf = (id: string) => join(server.folder, "files/stored", id.slice(-2), id);

test("an upload in pieces goes on where it was, and is sent with a message", async () => {
  const id = newFileId();
  const bytes = randomBytes(3_000);
  expect((await begin(anna, { id, length: 3_000, name: "Plan.bin" })).headers.get("location")).toBe(`/uploads/${id}`);
  expect((await append(anna, id, { offset: 0, bytes: bytes.subarray(0, 1_000) })).headers.get("upload-offset")).toBe(
    "1000",
  );
  expect(await codeOf(await append(anna, id, { offset: 500, bytes: bytes.subarray(500) }))).toBe("conflict");
  expect(await offsetOf(anna, id)).toBe(1_000);
  expect(await codeOf(await append(anna, id, { offset: 1_000, bytes: bytes.subarray(1_000) }))).toBe("ok");
  expect(await offsetOf(anna, id)).toBe(3_000);
  const file = await anna.do("file:find", { id });
  expect(file).toEqual({ id, name: "Plan.bin", type: "application/octet-stream", size: 3_000, kind: "file" });
  expect(await ben.codeOf("file:find", { id })).toBe("not_found");
  expect((await fetchFile(ben, `${id}/Plan.bin`)).status).toBe(404);

  const sent = await share(anna, roomId, { files: [file], body: "Here" });
  expect(sent.files).toEqual([file]);
  expect(Buffer.from(await (await fetchFile(ben, `${id}/Plan.bin`)).arrayBuffer())).toEqual(bytes);
  expect((await fetchFile(eve, `${id}/Plan.bin`)).status).toBe(404);
  expect(await anna.codeOf("file:find", { id })).toBe("not_found");
  const { page } = await ben.do("room:open", { roomId });
  expect(page.messages.at(-1)).toEqual(sent);
});

test("each upload goes into one message; a repeat of the send answers the first", async () => {
  const file = await upload(anna);
  const input = { id: newFileId() as never, roomId, body: "", files: [file.id] };
  const sent = await anna.do("message:send", input);
  expect(await anna.do("message:send", input)).toEqual(sent);
  expect(await anna.codeOf("message:send", { ...input, id: newFileId() as never })).toBe("not_found");
  const other = await upload(anna);
  expect(await anna.codeOf("message:send", { ...input, id: newFileId() as never, files: [other.id, other.id] })).toBe(
    "not_found",
  );
  expect(await ben.codeOf("message:send", { ...input, id: newFileId() as never, files: [other.id] })).toBe("not_found");
  expect(await anna.codeOf("message:send", { id: newFileId() as never, roomId, body: "" })).toBe("invalid");
});

test("a file goes from the disk with its message, and what it took is free again", async () => {
  const before = (await anna.do("file:limits", {})).usedBytes;
  const file = await upload(anna, { bytes: randomBytes(5_000) });
  const { id: messageId } = await share(anna, roomId, { files: [file] });
  expect((await anna.do("file:limits", {})).usedBytes).toBe(before + 5_000);
  expect(existsSync(placeOf(file.id))).toBe(true);
  await anna.do("message:edit", { roomId, messageId, body: "With words" });
  expect((await fetchFile(ben, `${file.id}/x`)).status).toBe(200);
  await anna.do("message:delete", { roomId, messageId });
  for (const person of [anna, ben]) expect((await fetchFile(person, `${file.id}/x`)).status).toBe(404);
  await expect.poll(() => existsSync(placeOf(file.id))).toBe(false);
  await expect.poll(async () => (await anna.do("file:limits", {})).usedBytes).toBe(before);
});

test("an upload of somebody else's can be neither seen nor continued nor dropped", async () => {
  const id = newFileId();
  await begin(anna, { id, length: 10 });
  expect(await offsetOf(ben, id)).toBe(null);
  expect(await codeOf(await append(ben, id, { offset: 0, bytes: randomBytes(10) }))).toBe("not_found");
  expect(await codeOf(await begin(ben, { id, length: 10 }))).toBe("conflict");
  await ben.do("file:delete", { id });
  expect(await offsetOf(anna, id)).toBe(0);
  await anna.do("file:delete", { id });
  expect(await offsetOf(anna, id)).toBe(null);
});

test("the last room is given away once, however many ask at the same time", async () => {
  const { quotaBytes, usedBytes } = await eve.do("file:limits", {});
  const length = Math.floor((quotaBytes - usedBytes) / 10) + 1;
  const ids = Array.from({ length: 30 }, newFileId);
  const codes = await Promise.all(ids.map(async (id) => codeOf(await begin(eve, { id, length }))));
  expect(codes.filter((code) => code === "ok")).toHaveLength(9);
  expect(codes.filter((code) => code === "quota_exceeded")).toHaveLength(21);
  expect((await eve.do("file:limits", {})).usedBytes).toBe(usedBytes + 9 * length);
  for (const id of ids) await eve.do("file:delete", { id });
  await expect.poll(async () => (await eve.do("file:limits", {})).usedBytes).toBe(usedBytes);
});

test("what is not as it was said is refused, and nothing of it stays", async () => {
  const id = newFileId();
  expect(await codeOf(await begin(anna, { id, length: 50_000_001 }))).toBe("too_large");
  await begin(anna, { id, length: 10 });
  expect(await codeOf(await append(anna, id, { offset: 0, bytes: randomBytes(11) }))).toBe("too_large");
  expect(await offsetOf(anna, id)).toBe(0);
  expect(await codeOf(await begin(anna, { id, length: 11 }))).toBe("conflict");
  expect(await codeOf(await begin(anna, { id, length: 10 }))).toBe("ok");
  await anna.do("file:delete", { id });
  await expect.poll(() => readdirSync(join(server.folder, "files/incoming"))).toEqual([]);
});

test("an upload that is left alone is swept", async () => {
  const id = newFileId();
  await begin(ben, { id, length: 10 });
  await append(ben, id, { offset: 0, bytes: randomBytes(5) });
  const unsent = await upload(ben);
  server.clock.forward(2 * 86_400_000 + 1);
  await expect.poll(() => offsetOf(ben, id)).toBe(null);
  await expect.poll(() => readdirSync(join(server.folder, "files/incoming"))).toEqual([]);
  expect(await ben.codeOf("file:find", { id: unsent.id })).toBe("ok");
  server.clock.forward(6 * 86_400_000);
  await expect.poll(() => existsSync(placeOf(unsent.id))).toBe(false);
  await expect.poll(async () => (await ben.do("file:limits", {})).usedBytes).toBe(0);
});
