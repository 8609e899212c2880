import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { fileTypeFromBuffer } from "file-type";
import { afterAll, expect, test } from "vitest";
import { box } from "../../../../test/boxes.ts";
import { pieces } from "../../../../test/film-in-pieces.ts";
import { content, film, heic, jpegXl, movingPng, place, tiff, webm } from "../../../../test/traced-files.ts";
import { removeTraces } from "./traces.ts";

const folder = mkdtempSync(join(tmpdir(), "parley-traces-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function cleaned(bytes: Uint8Array): Promise<Buffer> {
  const path = join(folder, "file");
  writeFileSync(path, bytes);
  await removeTraces(path);
  return readFileSync(path);
}

/** Everywhere that this stands. */
function placesOf(bytes: Buffer, wanted: Buffer): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) places.push(at);
  return places;
}

test.each([
  ["an MP4 film", film(), "video/mp4"],
  ["an MP4 film in pieces", pieces(), "video/mp4"],
  ["a QuickTime film", film({ brand: "qt  " }), "video/quicktime"],
  ["a HEIC picture", heic(), "image/heic"],
  ["a TIFF picture", tiff("II"), "image/tiff"],
  ["a TIFF picture of the other order", tiff("MM"), "image/tiff"],
  ["a PNG that moves", movingPng(), "image/apng"],
  ["a WebM film", webm(), "video/webm"],
  ["a WebM film of a recorder", webm({ isLive: true }), "video/webm"],
  ["JPEG XL", jpegXl(), "image/jxl"],
])("%s does not say where it was made, and nothing in it moved", async (_, before, type) => {
  expect(before.includes(place.slice(3, 12))).toBe(true);
  expect(placesOf(before, content).length).toBeGreaterThan(0);
  const after = await cleaned(before);
  expect(after.includes(place.slice(3, 12))).toBe(false);
  expect(after).toHaveLength(before.length);
  expect(placesOf(after, content)).toEqual(placesOf(before, content));
  expect((await fileTypeFromBuffer(after))?.mime).toBe(type);
  // Again is no harm: a crash may come at any moment of it.
  expect(await cleaned(after)).toEqual(after);
});

test("the titles of music stay", async () => {
  const after = await cleaned(film({ brand: "M4A ", title: "La mer" }));
  expect(after.includes("La mer")).toBe(true);
});

test("what was overwritten in a PNG is still a chunk, its sum right", async () => {
  const bytes = await cleaned(movingPng());
  for (let at = 8; at < bytes.length; ) {
    const end = at + 8 + bytes.readUInt32BE(at);
    expect(bytes.readUInt32BE(end)).toBe(crc32(bytes.subarray(at + 4, end)));
    at = end + 4;
  }
});

test("what Canon's raw pictures need stays in them", async () => {
  const canon = Buffer.from("85c0b687820f11e08111f4ce462b6a48", "hex");
  const inside = box("uuid", canon, box("CMT1", Buffer.from("the camera")), box("CMT4", Buffer.from(place)));
  const after = await cleaned(Buffer.concat([box("ftyp", Buffer.from("crx \0\0\0\0")), box("moov", inside)]));
  expect([after.includes("the camera"), after.includes(place)]).toEqual([true, false]);
});

test.each([
  ["ends in the middle", (bytes: Buffer) => bytes.subarray(0, bytes.length - 60)],
  [
    "has been scrambled",
    (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at > 20 && at % 7 === 0 ? 255 - byte : byte))),
  ],
  ["is nothing but its beginning", (bytes: Buffer) => bytes.subarray(0, 18)],
])("a file that %s is no harm", async (_, spoil) => {
  for (const bytes of [film(), heic(), tiff("II"), movingPng(), webm(), jpegXl()]) {
    const spoilt = spoil(bytes);
    expect(await cleaned(spoilt)).toHaveLength(spoilt.length);
  }
});

test("lists that lead to each other are an end", async () => {
  const bytes = tiff("II");
  bytes.writeUInt32LE(8, 60 + 2 + 2 * 12);
  expect((await cleaned(bytes)).includes(place)).toBe(false);
});
