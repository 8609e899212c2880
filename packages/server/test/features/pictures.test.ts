/** What becomes of pictures: nothing of what came stays but what is to be seen. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RoomId } from "@parley/contract";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import { fetchFile, newFileId, share, upload } from "../uploading.ts";

const server = await startServer();
let anna: Person;
let ben: Person;
let roomId: RoomId;
beforeAll(async () => {
  [anna, ben] = await populate(server, ["Anna", "Ben"]);
  roomId = await anna.createRoom("Pictures");
  await anna.do("member:add", { roomId, userIds: [ben.id] });
});
afterAll(server.stop);

const partsOf = (id: string) => join(server.folder, "files/stored", id.slice(-2), id);
const place = { IFD0: { Copyright: "CANARY" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "48/1 8/1 0/1" } };

function plain(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: { r: 200, g: 60, b: 20 } } });
}

async function bytesOf(path: string): Promise<Buffer> {
  return Buffer.from(await (await fetchFile(anna, path)).arrayBuffer());
}

test.each(["jpeg", "png", "webp", "avif"] as const)(
  "where a %s was taken is gone, and it stands upright",
  async (format) => {
    const bytes = await plain(600, 400)
      .withExif(place)
      .withMetadata({ orientation: 6, exif: place })
      .toFormat(format)
      .toBuffer();
    expect((await sharp(bytes).metadata()).exif?.includes("CANARY")).toBe(true);
    const file = await upload(anna, { bytes, name: `Home.${format}` });
    expect(file).toMatchObject({ type: `image/${format}`, kind: "image", width: 400, height: 600 });
    for (const part of readdirSync(partsOf(file.id)))
      expect(readFileSync(join(partsOf(file.id), part)).includes("CANARY")).toBe(false);
    const kept = await bytesOf(`${file.id}/Home.${format}`);
    expect(kept).toHaveLength(file.size);
    const { width, height, exif, orientation = 1 } = await sharp(kept).metadata();
    expect({ width, height, exif, orientation }).toEqual({ width: 400, height: 600, exif: undefined, orientation: 1 });
  },
);

test("there are two thumbnails, and a likeness for the time until they come", async () => {
  const file = await upload(anna, { bytes: await plain(3_000, 1_500).png().toBuffer() });
  expect(Buffer.from(file.thumbhash ?? "", "base64").length).toBeGreaterThan(10);
  for (const [size, width] of [
    ["small", 400],
    ["large", 1_600],
  ] as const) {
    const found = await fetchFile(anna, `${file.id}/thumbnail/${size}`);
    expect(found.headers.get("content-type")).toBe("image/webp");
    expect(await sharp(Buffer.from(await found.arrayBuffer())).metadata()).toMatchObject({ format: "webp", width });
  }
  expect((await fetchFile(anna, `${file.id}/poster`)).status).toBe(404);
});

/** Frames of one colour each, one over the other. */
async function moving(frames: number, format: "gif" | "webp", side = 20): Promise<Buffer> {
  const stack = Buffer.alloc(side * side * frames * 3, 0);
  for (let at = 0; at < frames; at += 1) stack.fill((at * 37) % 256, at * side * side * 3, (at + 1) * side * side * 3);
  const raw = { width: side, height: side * frames, channels: 3, pageHeight: side } as const;
  return sharp(stack, { raw }).toFormat(format).toBuffer();
}

test.each(["gif", "webp"] as const)("a %s that moves still does", async (format) => {
  const file = await upload(anna, { bytes: await moving(5, format) });
  expect(file).toMatchObject({ kind: "image", isAnimated: true, width: 20, height: 20 });
  expect((await sharp(await bytesOf(`${file.id}/x`), { animated: true }).metadata()).pages).toBe(5);
  expect((await sharp(await bytesOf(`${file.id}/thumbnail/small`)).metadata()).pages ?? 1).toBe(1);
});

test("bombs are refused, and nothing of them stays", async () => {
  const before = (await anna.do("file:limits", {})).usedBytes;
  const pixels = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  await expect(upload(anna, { bytes: pixels })).rejects.toThrow("invalid");
  await expect(upload(anna, { bytes: await moving(10_000, "gif", 2) })).rejects.toThrow("invalid");
  await expect(upload(anna, { bytes: Buffer.from("GIF89a<script>alert(1)</script>") })).rejects.toThrow("invalid");
  await expect.poll(() => readdirSync(join(server.folder, "files/incoming"))).toEqual([]);
  await expect.poll(async () => (await anna.do("file:limits", {})).usedBytes).toBe(before);
});

test("a picture with something else behind it is only the picture", async () => {
  const bytes = Buffer.concat([await plain(50, 50).jpeg().toBuffer(), Buffer.from("<script>CANARY</script>%PDF-1.4")]);
  const file = await upload(anna, { bytes, name: "x.html" });
  expect(file.kind).toBe("image");
  expect((await bytesOf(`${file.id}/x.html`)).includes("CANARY")).toBe(false);
});

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
test.each([
  ["picture.svg", svg],
  ["picture.jpg", `<?xml version="1.0"?>${svg}`],
  ["page.png", "<!doctype html><script>alert(1)</script>"],
  ["paper.gif", "%PDF-1.4\n%âãÏÓ\n1 0 obj <</OpenAction 1>>"],
  ["picture.webp", "RIFF0000WAVEfmt <script>"],
])("%s that is something else is never shown in place", async (name, text) => {
  const file = await upload(anna, { name, bytes: Buffer.from(text), metadata: { filetype: "image/png" } });
  const { headers } = await fetchFile(anna, `${file.id}/${name}`);
  if (file.kind === "file") expect(headers.get("content-disposition")).toMatch(/^attachment;/);
  else expect(headers.get("content-type")).toMatch(/^audio\//);
  expect(headers.get("content-type")).not.toMatch(/html|xml|svg|pdf/);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
});

test.each([
  ["../../etc/passwd", "passwd"],
  ["C:\\Windows\\win.ini", "win.ini"],
  ["a\r\nSet-Cookie: x=1.txt", "a Set-Cookie: x=1.txt"],
  ["evil\u202egpj.exe", "evilgpj.exe"],
  ['Übung \u{1f600} "1".txt', 'Übung \u{1f600} "1".txt'],
  ["..", "file"],
])("the name %j is kept as %j, and in a header is what RFC 6266 says", async (raw, name) => {
  const file = await upload(anna, { name: raw });
  expect(file.name).toBe(name);
  const { headers } = await fetchFile(anna, `${file.id}/${encodeURIComponent(name)}?download`);
  const disposition = headers.get("content-disposition") ?? "";
  expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w%!#$&+.^`|~-]+$/);
  expect(decodeURIComponent(disposition.split("''")[1] ?? "")).toBe(name);
  expect(headers.get("set-cookie")).toBe(null);
});

test("a voice message is what its sender says of it; a film is not", async () => {
  // The beginning of a WebM file, as recorders write it.
  const bytes = Buffer.from(
    "1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701ffffffffffffff",
    "hex",
  );
  const metadata = { voice: "true", peaks: "AAECAw==", durationMs: "1500" };
  expect(await upload(anna, { bytes, name: "v.webm", metadata })).toMatchObject({
    ...{ kind: "voice", type: "audio/webm", peaks: "AAECAw==", durationMs: 1_500 },
  });
  const film = await upload(anna, { bytes, name: "v.webm", metadata: { peaks: "AAECAw==" } });
  expect(film).toMatchObject({ kind: "video", type: "video/webm" });
  expect(film.peaks).toBe(undefined);
  const text = await upload(anna, { bytes: Buffer.from("Hello"), metadata });
  expect(text).toEqual({ id: text.id, name: "notes.txt", type: "text/plain", size: 5, kind: "file" });
});

test("the gallery of a room, shelf by shelf, newest first", async () => {
  const [one, two] = [await upload(anna, { bytes: await plain(9, 9).png().toBuffer() }), await upload(anna)];
  const first = await share(anna, roomId, { files: [one, two], body: "Both" });
  const three = await upload(ben, { bytes: await plain(8, 8).png().toBuffer() });
  const second = await share(ben, roomId, { files: [three] });
  const media = await anna.do("file:list", { roomId, kind: "media" });
  expect(media.entries.map(({ file, seq, senderId }) => [file.id, seq, senderId])).toEqual([
    [three.id, second.seq, ben.id],
    [one.id, first.seq, anna.id],
  ]);
  const older = await anna.do("file:list", { roomId, kind: "media", beforeSeq: second.seq });
  expect(older.entries.map(({ file }) => file)).toEqual([one]);
  const next = { roomId, kind: "media", limit: 1 } as const;
  const newer = await anna.do("file:list", { ...next, afterSeq: 0 });
  expect(newer).toMatchObject({ entries: [{ seq: first.seq }], isEnd: false });
  expect(await anna.do("file:list", { ...next, afterSeq: second.seq })).toMatchObject({ entries: [], isEnd: true });
  expect((await anna.do("file:list", { roomId, kind: "file" })).entries.map(({ file }) => file)).toEqual([two]);
  await ben.do("room:clear", { roomId });
  expect((await ben.do("file:list", { roomId, kind: "media" })).entries).toEqual([]);
  expect((await fetchFile(ben, `${one.id}/x`)).status).toBe(404);
  expect((await fetchFile(anna, `${one.id}/x`)).status).toBe(200);
});

test("parts of a file, as players ask for them", async () => {
  const bytes = Buffer.from("0123456789");
  const file = await upload(anna, { bytes, id: newFileId() });
  const ask = async (range: string, more: Record<string, string> = {}) => {
    const found = await fetchFile(anna, `${file.id}/x`, { range, ...more });
    return [found.status, found.headers.get("content-range"), await found.text()];
  };
  expect(await ask("bytes=2-4")).toEqual([206, "bytes 2-4/10", "234"]);
  expect(await ask("bytes=7-")).toEqual([206, "bytes 7-9/10", "789"]);
  expect(await ask("bytes=-3")).toEqual([206, "bytes 7-9/10", "789"]);
  expect(await ask("bytes=5-100")).toEqual([206, "bytes 5-9/10", "56789"]);
  expect(await ask("bytes=10-")).toEqual([416, "bytes */10", ""]);
  expect(await ask("bytes=-0")).toEqual([416, "bytes */10", ""]);
  expect(await ask("bytes=4-2")).toEqual([200, null, "0123456789"]);
  expect(await ask("bytes=0-1,3-4")).toEqual([200, null, "0123456789"]);
  expect(await ask("bytes=2-4", { "if-range": '"another"' })).toEqual([200, null, "0123456789"]);
  const tag = (await fetchFile(anna, `${file.id}/x`)).headers.get("etag") ?? "";
  expect((await fetchFile(anna, `${file.id}/x`, { "if-none-match": tag })).status).toBe(304);
});
