/** What people share in a storage that speaks S3: given, in parts too, deleted; and what becomes of it when that is away. */
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { RoomId } from "@parley/contract";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { startBucketServer } from "../bucket-server.ts";
import { type Person, populate } from "../person.ts";
import { startServer, type TestServer } from "../start-server.ts";
import { append, begin, codeOf, fetchFile, newFileId, offsetOf, share, upload } from "../uploading.ts";

const storage = await startBucketServer();
let server: TestServer;
let anna: Person;
let ben: Person;
let roomId: RoomId;
beforeAll(async () => {
  server = await startServer({ config: { bucket: storage.settings } });
  [anna, ben] = await populate(server, ["Anna", "Ben"]);
  roomId = await anna.createRoom("Shared");
});
afterEach(() => {
  storage.trouble = null;
});
afterAll(async () => {
  await server.stop();
  await storage.stop();
});

const keysOf = (id: string) =>
  [...storage.objects.keys()].filter((key) => key.includes(id)).map((key) => key.split("/").at(-1));
const incoming = () => readdirSync(join(server.folder, "files/incoming"));

test("a file goes there whole, its description last, and nothing of it stays on this machine", async () => {
  const picture = await sharp({ create: { width: 50, height: 40, channels: 3, background: "teal" } })
    .png()
    .toBuffer();
  const file = await upload(anna, { bytes: picture, name: "teal.png" });
  expect(keysOf(file.id)).toEqual(["original", "small", "large", "info"]);
  expect([...storage.objects.keys()].every((key) => key.startsWith("/things/chat/"))).toBe(true);
  expect(incoming()).toEqual([]);
  expect(existsSync(join(server.folder, "files/stored"))).toBe(false);
  await share(anna, roomId, { files: [file] });
  const small = await fetchFile(anna, `${file.id}/thumbnail/small`);
  expect([small.status, small.headers.get("content-type")]).toEqual([200, "image/webp"]);
  expect((await fetchFile(anna, `${file.id}/poster`)).status).toBe(404);
  expect((await fetchFile(ben, `${file.id}/teal.png`)).status).toBe(404);
});

test("players get their parts, and of a part that is not there they are told so", async () => {
  const file = await upload(anna, { bytes: Buffer.from("0123456789") });
  const ask = async (range: string) => {
    const found = await fetchFile(anna, `${file.id}/x`, { range });
    return [found.status, found.headers.get("content-range"), await found.text()];
  };
  expect(await ask("bytes=2-4")).toEqual([206, "bytes 2-4/10", "234"]);
  expect(await ask("bytes=-3")).toEqual([206, "bytes 7-9/10", "789"]);
  expect(await ask("bytes=10-")).toEqual([416, "bytes */10", ""]);
  expect(await (await fetchFile(anna, `${file.id}/x`)).text()).toBe("0123456789");
});

test("what is deleted is gone there, too, also when it was away meanwhile", async () => {
  const file = await upload(anna, { bytes: randomBytes(5_000) });
  const { id: messageId } = await share(anna, roomId, { files: [file] });
  storage.trouble = "away";
  await anna.do("message:delete", { roomId, messageId });
  await expect.poll(() => server.log.some(({ message }) => message.startsWith("A job failed"))).toBe(true);
  expect(keysOf(file.id)).toEqual(["original", "info"]);
  storage.trouble = null;
  await expect.poll(() => keysOf(file.id), { timeout: 5_000 }).toEqual([]);
  expect((await fetchFile(anna, `${file.id}/x`)).status).toBe(404);
});

test.each(["away", 403, 500, 301] as const)(
  "while it is %s, nothing is lost: the upload waits, and goes on after",
  async (trouble) => {
    const id = newFileId();
    const bytes = randomBytes(2_000);
    await begin(anna, { id, length: bytes.length });
    storage.trouble = trouble;
    expect(await codeOf(await append(anna, id, { offset: 0, bytes }))).toBe("unavailable");
    expect(await anna.codeOf("file:find", { id })).toBe("not_found");
    storage.trouble = null;
    expect(await offsetOf(anna, id)).toBe(bytes.length);
    const file = await anna.do("file:find", { id });
    const given = await fetchFile(anna, `${id}/x`);
    expect(Buffer.from(await given.arrayBuffer())).toEqual(bytes);
    storage.trouble = trouble;
    const refused = await fetchFile(anna, `${file.id}/x`);
    expect([refused.status, await codeOf(refused)]).toEqual([503, "unavailable"]);
  },
);

test("a storage that is full says so, and the upload is dropped", async () => {
  const id = newFileId();
  await begin(anna, { id, length: 10 });
  storage.trouble = 507;
  expect(await codeOf(await append(anna, id, { offset: 0, bytes: randomBytes(10) }))).toBe("storage_full");
  storage.trouble = null;
  await expect.poll(() => offsetOf(anna, id)).toBe(null);
  await expect.poll(incoming).toEqual([]);
});

test("a wrong secret is said in the log at the start, and never itself", async () => {
  const { key } = storage.settings;
  const bucket = { ...storage.settings, key: { ...key, secret: "not-the-secret" } };
  const other = await startServer({ config: { bucket } });
  const reason = { request: "bucket", reason: "403 SignatureDoesNotMatch" };
  // The body of an answer to HEAD says nothing: only a later request tells which of the reasons for 403 it was.
  await expect.poll(() => other.log.map(({ fields }) => fields)).toContainEqual({ ...reason, reason: "403" });
  const [person] = await populate(other, ["Carl"]);
  const id = newFileId();
  await begin(person, { id, length: 4 });
  expect(await codeOf(await append(person, id, { offset: 0, bytes: Buffer.from("test") }))).toBe("unavailable");
  expect(keysOf(id)).toEqual([]);
  expect(JSON.stringify(other.log)).not.toContain("not-the-secret");
  await other.stop();
});
