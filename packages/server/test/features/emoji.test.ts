/** Emoji of the server's own: who adds them, what becomes of their pictures, and what is left of them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { FileId, RoomId } from "@parley/contract";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { drawn, movingPicture, plainPicture } from "../drawn.ts";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import { proveSync, startClient } from "../sync/live-client.ts";
import { begin, codeOf, newFileId, share, upload } from "../uploading.ts";

const server = await startServer();
let olga: Person;
let ben: Person;
let roomId: RoomId;
const numbers = Array(1_000).keys();
const fresh = () => `party_${numbers.next().value}`;

beforeAll(async () => {
  [olga, ben] = await populate(server, ["Olga", "Ben"]);
  roomId = await olga.createRoom("Fun");
  await olga.do("member:add", { roomId, userIds: [ben.id] });
});
afterAll(server.stop);

const add = async (person: Person, name = fresh()) => {
  const emoji = await person.do("emoji:add", { name, id: await drawn(person) });
  return { ...emoji, code: `:${name}:` };
};
const fetchEmoji = (path: string, { token }: { token?: string } = ben) =>
  fetch(`${server.url}/emoji/${path}`, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });
const partsOf = (id: FileId) => join(server.folder, "files/stored", id.slice(-2), id);
const usedBy = async (person: Person) => (await person.do("file:limits", {})).usedBytes;

/** Says that it is as large as a field, and is not. */
async function bomb(): Promise<Buffer> {
  const bytes = await plainPicture(4, 4);
  for (const at of [16, 20]) bytes.writeUInt32BE(60_000, at);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

test("everybody has what an administrator adds, at once and anew, and nobody what is removed", async () => {
  const live = await startClient(ben);
  const before = await usedBy(olga);
  const { name, id } = await add(olga);
  await expect.poll(() => live.client.getState().emoji.get(name)).toEqual({ name, id });
  expect(await usedBy(olga)).toBe(before);
  await proveSync(ben, live.client);
  expect((await olga.do("audit:list", {})).entries[0]).toMatchObject({ act: "emoji:add", detail: `:${name}:` });
  const listed = async (person: Person) => {
    const { emoji, people, mayAdd } = await person.do("emoji:list", {});
    const found = emoji.find((one) => one.name === name);
    return { mayRemove: found?.mayRemove, by: people.find((one) => one.id === found?.addedBy)?.name, mayAdd };
  };
  expect(await listed(olga)).toEqual({ mayRemove: true, by: "Olga", mayAdd: true });
  expect(await listed(ben)).toEqual({ mayRemove: false, by: "Olga", mayAdd: false });

  expect(existsSync(partsOf(id))).toBe(true);
  for (let times = 0; times < 2; times += 1) await olga.do("emoji:remove", { name });
  await expect.poll(() => live.client.getState().emoji.has(name)).toBe(false);
  await proveSync(ben, live.client);
  await live.client.stop();
  expect((await fetchEmoji(id)).status).toBe(404);
  await expect.poll(() => existsSync(partsOf(id))).toBe(false);
});

test("others add some where the server lets them, and remove their own only", async () => {
  const { name } = await add(olga);
  const id = await drawn(ben);
  expect(await ben.codeOf("emoji:add", { name: fresh(), id })).toBe("forbidden");
  expect(await ben.codeOf("emoji:remove", { name })).toBe("forbidden");
  expect(await ben.codeOf("server:change", { emojiBy: "everyone" })).toBe("forbidden");
  expect(await olga.do("server:change", { emojiBy: "everyone" })).toMatchObject({ emojiBy: "everyone" });
  const own = await add(ben);
  expect(await ben.codeOf("emoji:remove", { name })).toBe("forbidden");
  expect(await ben.codeOf("emoji:remove", { name: own.name })).toBe("ok");
  await olga.do("server:change", { emojiBy: "administrators" });
  expect(await ben.codeOf("emoji:add", { name: fresh(), id })).toBe("forbidden");
});

test("a name is plain, and has one meaning", async () => {
  const { name, id } = await add(olga);
  expect(await olga.do("emoji:add", { name, id })).toEqual({ name, id });
  const other = await drawn(olga);
  for (const taken of [name, "tada", "+1"])
    await expect(olga.do("emoji:add", { name: taken, id: other })).rejects.toThrow(`There is an emoji :${taken}:`);
  for (const wrong of ["Party", "a", "a b", "ä_ö", "__proto__:", "a".repeat(33), "<b>", ""])
    expect(await olga.codeOf("emoji:add", { name: wrong, id: other }), wrong).toBe("invalid");
  const both = await Promise.all(
    [1, 2].map(async () => olga.codeOf("emoji:add", { name: "twice", id: await drawn(olga) })),
  );
  expect(both.sort()).toEqual(["conflict", "ok"]);
});

test("its picture is one's own, made for that, and used once", async () => {
  const name = fresh();
  const plain = await upload(olga, { bytes: await plainPicture(50, 50), name: "plain.png" });
  const sent = await upload(olga, { bytes: await plainPicture(50, 50), name: "sent.png", metadata: { use: "emoji" } });
  await share(olga, roomId, { files: [sent] });
  const { id: used } = await add(olga);
  for (const id of [plain.id, sent.id, used, newFileId(), await drawn(ben)])
    expect(await olga.codeOf("emoji:add", { name, id })).toBe("not_found");
  expect(await ben.codeOf("file:show", { id: used })).toBe("not_found");
  expect(await olga.codeOf("message:send", { id: newFileId() as never, roomId, body: "", files: [used] })).not.toBe(
    "ok",
  );
});

test("whatever came, a small WebP is served, kept for ever, to those who are signed in", async () => {
  const place = { IFD0: { Copyright: "CANARY" } };
  const bytes = await sharp(await plainPicture(600, 300))
    .jpeg()
    .withExif(place)
    .toBuffer();
  const { id } = await olga.do("emoji:add", { name: fresh(), id: await drawn(olga, bytes, { name: "x.svg" }) });
  const { headers } = await fetchEmoji(id);
  expect(Object.fromEntries(headers)).toMatchObject({
    "cache-control": "private, max-age=31536000, immutable",
    "content-type": "image/webp",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
  });
  for (const path of [id, `${id}/still`]) {
    const { format, width, height, exif } = await sharp(await bytesAt(path)).metadata();
    expect({ format, width, height, exif }).toEqual({ format: "webp", width: 128, height: 64, exif: undefined });
  }
  for (const part of readdirSync(partsOf(id)))
    expect(readFileSync(join(partsOf(id), part)).includes("CANARY"), part).toBe(false);
  expect((await fetchEmoji(id, {})).status).toBe(401);
  for (const path of [newFileId(), "nothing", "..%2f..%2fparley.db", `${id}/original`])
    expect((await fetchEmoji(path)).status, path).toBe(404);
});

test("what moves still does, and stands still for those who ask", async () => {
  const emoji = await olga.do("emoji:add", {
    name: fresh(),
    id: await drawn(olga, await movingPicture(5), { name: "x.gif" }),
  });
  expect(emoji.isAnimated).toBe(true);
  const pages = async (path: string) => (await sharp(await bytesAt(path), { animated: true }).metadata()).pages ?? 1;
  expect([await pages(emoji.id), await pages(`${emoji.id}/still`)]).toEqual([5, 1]);
});

test("what is no picture, or too much of one, is refused, and nothing of it stays", async () => {
  const before = await usedBy(olga);
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const html = Buffer.concat([Buffer.from("GIF89a"), Buffer.from("<html><script>alert(1)</script></html>")]);
  for (const bytes of [svg, html, Buffer.from("plain"), await bomb(), await movingPicture(300, 4)])
    await expect(drawn(olga, bytes)).rejects.toThrow("invalid");
  const large = await begin(olga, { id: newFileId(), length: 9 * 2 ** 20, metadata: { use: "emoji" } });
  expect(await codeOf(large)).toBe("too_large");
  const unknown = await begin(olga, { id: newFileId(), length: 10, metadata: { use: "wallpaper" } });
  expect(await codeOf(unknown)).toBe("invalid");
  await expect.poll(() => readdirSync(join(server.folder, "files/incoming"))).toEqual([]);
  await expect.poll(() => usedBy(olga)).toBe(before);
});

test("a polyglot keeps its picture, and loses the rest", async () => {
  const bytes = Buffer.concat([await plainPicture(64, 64), Buffer.from("<script>CANARY</script>")]);
  const { id } = await olga.do("emoji:add", { name: fresh(), id: await drawn(olga, bytes) });
  expect((await bytesAt(id)).includes("CANARY")).toBe(false);
});

test("one reacts with those that there are, and takes back those that there were", async () => {
  const live = await startClient(ben);
  await live.client.openRoom(roomId);
  const { name, code: emoji } = await add(olga);
  const { seq } = await olga.send(roomId, `Look ${emoji}`);
  await ben.do("reaction:add", { roomId, seq, emoji });
  await olga.do("reaction:add", { roomId, seq, emoji });
  await proveSync(ben, live.client);
  const { reactors } = await ben.do("reaction:list", { roomId, seq, emoji });
  expect(reactors.map(({ userId }) => userId)).toEqual([ben.id, olga.id]);
  await olga.do("emoji:remove", { name });
  expect(await ben.do("reaction:remove", { roomId, seq, emoji })).toMatchObject({ isOn: false });
  expect(await ben.codeOf("reaction:add", { roomId, seq, emoji })).toBe("not_found");
  for (const wrong of [":Party:", ":a b:", "party", ":x:"])
    expect(await ben.codeOf("reaction:add", { roomId, seq, emoji: wrong }), wrong).toBe("invalid");
  await proveSync(ben, live.client);
  await live.client.stop();
});

async function bytesAt(path: string): Promise<Buffer> {
  return Buffer.from(await (await fetchEmoji(path)).arrayBuffer());
}
