/** Where something was made stays with whoever made it, also where a file is kept as it came. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import { film, heic, movingPng, place, webm } from "../traced-files.ts";
import { fetchFile, upload } from "../uploading.ts";

const server = await startServer();
afterAll(server.stop);
const [anna] = await populate(server, ["Anna"]);

/** As sharp writes it, with a text beside the picture. */
function tiff(): Promise<Buffer> {
  const image = sharp({ create: { width: 30, height: 20, channels: 3, background: "teal" } });
  return image.withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${place}</x:xmpmeta>`).tiff().toBuffer();
}

test.each([
  ["film.mp4", film(), { type: "video/mp4", kind: "video" }],
  ["film.mov", film({ brand: "qt  " }), { type: "video/quicktime", kind: "video" }],
  ["film.webm", webm(), { type: "video/webm", kind: "video" }],
  ["photo.heic", heic(), { type: "image/heic", kind: "file" }],
  ["scan.tiff", await tiff(), { type: "image/tiff", kind: "file" }],
  ["moving.png", movingPng(), { type: "image/apng", kind: "file" }],
])("%s is stored and given without its position", async (name, bytes, found) => {
  expect(bytes.includes(place)).toBe(true);
  const file = await upload(anna, { name, bytes });
  expect(file).toMatchObject({ ...found, size: bytes.length });
  const folder = join(server.folder, "files/stored", file.id.slice(-2), file.id);
  for (const part of readdirSync(folder)) expect(readFileSync(join(folder, part)).includes(place)).toBe(false);
  const given = Buffer.from(await (await fetchFile(anna, `${file.id}/${name}`)).arrayBuffer());
  expect(given).toHaveLength(bytes.length);
  expect(given.includes(place)).toBe(false);
  if (found.type === "image/tiff") expect(await sharp(given).metadata()).toMatchObject({ width: 30, height: 20 });
});
