/** What is told of films, sound and documents where ffmpeg and poppler are installed, and where they are not. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import { programsIn } from "../../src/config/files.ts";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import { fetchFile, upload } from "../uploading.ts";

const programs = programsIn(process.env.PATH);
const server = await startServer({ config: { programs } });
const bare = await startServer();
afterAll(() => Promise.all([server.stop(), bare.stop()]));
const [anna] = await populate(server, ["Anna"]);
const [ben] = await populate(bare, ["Ben"]);

/** Three seconds, red at first and then green, and a tone. */
function film(...args: readonly string[]): Buffer {
  const seen = "color=red:s=320x180:d=0.2[a];color=lime:s=320x180:d=2.8[b];[a][b]concat=n=2";
  const inputs = ["-f", "lavfi", "-i", seen, "-f", "lavfi", "-i", "sine=d=3"];
  const coded = ["-preset", "ultrafast", "-pix_fmt", "yuv420p"];
  const out = join(server.folder, "made");
  execFileSync(programs.ffmpeg ?? "", ["-v", "error", "-y", ...inputs, ...coded, ...args, out]);
  return readFileSync(out);
}

/** One page, higher than wide. */
const pdf = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 400]/Contents 4 0 R>>endobj\n" +
    "4 0 obj<</Length 27>>stream\n0 0 1 rg 0 0 200 400 re f  \nendstream endobj\n" +
    "trailer<</Root 1 0 R>>\n%%EOF",
);

async function pictureAt(person: Person, path: string) {
  const response = await fetchFile(person, path);
  expect(response.headers.get("content-type")).toBe("image/webp");
  const bytes = Buffer.from(await response.arrayBuffer());
  const { width, height } = await sharp(bytes).metadata();
  const { dominant } = await sharp(bytes).stats();
  return { width, height, dominant };
}

describe.runIf(programs.ffmpeg !== null && programs.ffprobe !== null)("with ffmpeg", () => {
  test("a film has a size, a length and a poster, which is not of its very beginning", async () => {
    const location = ["-metadata", "location=+48.8577+002.2950/"];
    const bytes = film("-movflags", "+faststart", ...location, "-f", "mp4");
    const file = await upload(anna, { name: "film.mp4", bytes });
    expect(file).toMatchObject({ kind: "video", width: 320, height: 180, hasPoster: true });
    expect(file.durationMs).toBeGreaterThan(2_900);
    expect(file.durationMs).toBeLessThan(3_200);
    expect(Buffer.from(file.thumbhash ?? "", "base64").length).toBeGreaterThan(4);
    const poster = await pictureAt(anna, `${file.id}/poster`);
    expect(poster).toMatchObject({ width: 320, height: 180 });
    expect(poster.dominant.g).toBeGreaterThan(200);
    expect(poster.dominant.r).toBeLessThan(60);
    expect((await pictureAt(anna, `${file.id}/thumbnail/small`)).width).toBe(320);
    const folder = join(server.folder, "files/stored", file.id.slice(-2), file.id);
    expect(readdirSync(folder).sort()).toEqual(["info", "original", "poster", "small"]);
    expect(readFileSync(join(folder, "original")).includes("48.8577")).toBe(false);
    // Nothing in it moved: it still plays, from the middle, too.
    execFileSync(programs.ffmpeg ?? "", ["-v", "error", "-xerror", "-i", join(folder, "original"), "-f", "null", "-"]);
  });

  test("one whose pixels are wide, that is turned, is as it is shown", async () => {
    const wide = film("-vf", "setsar=2/1", "-f", "mp4");
    expect(await upload(anna, { name: "wide.mp4", bytes: wide })).toMatchObject({ width: 640, height: 180 });
    // The last four bytes of a matrix (ISO/IEC 14496-12, 8.3.2) are 1.0 in 2.30: here it turns by a quarter.
    const matrix = wide.indexOf(Buffer.from("000100000000000000000000000000000001", "hex"), wide.indexOf("tkhd"));
    Buffer.from("000000000001000000000000ffff00000000", "hex").copy(wide, matrix);
    const turned = await upload(anna, { name: "turned.mp4", bytes: wide });
    expect(turned).toMatchObject({ width: 180, height: 640 });
    expect(await pictureAt(anna, `${turned.id}/poster`)).toMatchObject({ width: 180, height: 640 });
  });

  test("sound has a length, and a film without pictures is sound", async () => {
    const sound = film("-vn", "-f", "mp3");
    expect((await upload(anna, { name: "song.mp3", bytes: sound })).durationMs).toBeGreaterThan(2_900);
    const recording = await upload(anna, { name: "recording.mp4", bytes: film("-vn", "-f", "mp4") });
    expect(recording).toMatchObject({ kind: "audio", type: "audio/mp4" });
    expect(recording.hasPoster).toBe(undefined);
  });

  test.each([
    ["a list that leads elsewhere", Buffer.from("#EXTM3U\n#EXTINF:1,\n/etc/passwd\n")],
    [
      "one in another's clothes",
      Buffer.concat([
        Buffer.from("0000001c6674797069736f6d", "hex"),
        Buffer.from("ffconcat version 1.0\nfile /etc/passwd\n"),
      ]),
    ],
    ["one that is broken in the middle", film("-f", "mp4").fill(0x55, 5_000)],
  ])("%s is a file like any other", async (_, bytes) => {
    const file = await upload(anna, { name: "film.mp4", bytes });
    expect(file.size).toBe(bytes.length);
    expect(file.hasPoster).toBe(undefined);
  });
});

describe.runIf(programs.pdftoppm !== null)("with poppler", () => {
  test("a PDF has its first page as a picture, and is still only given away, never shown", async () => {
    const file = await upload(anna, { name: "plan.pdf", bytes: pdf });
    expect(file).toEqual({ ...file, kind: "file", type: "application/pdf", hasPoster: true });
    const page = await pictureAt(anna, `${file.id}/poster`);
    expect(page).toMatchObject({ width: 640, height: 1_280 });
    expect(page.dominant.b).toBeGreaterThan(200);
    const { headers } = await fetchFile(anna, `${file.id}/plan.pdf`);
    expect(headers.get("content-disposition")).toMatch(/^attachment;/);
    const broken = await upload(anna, { name: "plan.pdf", bytes: pdf.subarray(0, 60) });
    expect(broken.hasPoster).toBe(undefined);
  });
});

describe("without either", () => {
  test("a film is what its sender says of it, and plays", async () => {
    const bytes = Buffer.concat([
      Buffer.from("0000001c6674797069736f6d0000020069736f6d", "hex"),
      Buffer.alloc(5_000, 1),
    ]);
    const metadata = { width: "1920", height: "1080", durationMs: "61000" };
    const file = await upload(ben, { name: "film.mp4", bytes, metadata });
    expect(file).toMatchObject({ kind: "video", width: 1_920, height: 1_080, durationMs: 61_000 });
    expect(file.hasPoster).toBe(undefined);
    expect((await fetchFile(ben, `${file.id}/poster`)).status).toBe(404);
    const part = await fetchFile(ben, `${file.id}/film.mp4`, { range: "bytes=4-11" });
    expect([part.status, await part.text(), part.headers.get("content-type")]).toEqual([206, "ftypisom", "video/mp4"]);
  });

  test("a PDF is a card", async () => {
    const file = await upload(ben, { name: "plan.pdf", bytes: pdf, metadata: { width: "10", height: "10" } });
    expect(file).toEqual({ id: file.id, name: "plan.pdf", type: "application/pdf", size: pdf.length, kind: "file" });
    const folder = join(bare.folder, "files/stored", file.id.slice(-2), file.id);
    expect(existsSync(join(folder, "poster"))).toBe(false);
  });
});
