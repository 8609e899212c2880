/** A disk of 80 MB, really full: what does not fit is refused in plain words, and nothing of it stays. */
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Person, populate } from "../person.ts";
import { startServer, type TestServer } from "../start-server.ts";
import { append, begin, codeOf, newFileId, offsetOf, share, upload } from "../uploading.ts";

const megabyte = 2 ** 20;
const disk = mkdtempSync(join(tmpdir(), "parley-disk-"));
const isMounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=80m", "parley-test", disk]).status === 0;

describe.runIf(isMounted)("a small disk", () => {
  let server: TestServer;
  let anna: Person;
  beforeAll(async () => {
    const dataFolder = join(disk, "data");
    mkdirSync(dataFolder);
    server = await startServer({ config: { dataFolder, filesFolder: join(dataFolder, "files") } });
    [anna] = await populate(server, ["Anna"]);
  });
  afterAll(() => server.stop());

  const filler = join(disk, "filler");
  afterEach(() => rmSync(filler, { force: true }));
  const left = () => {
    const { bavail, bsize } = statfsSync(disk);
    return bavail * bsize;
  };
  /** Somebody else takes all but so much. */
  const leave = (bytes: number) => {
    try {
      writeFileSync(filler, Buffer.alloc(Math.max(0, left() - bytes)));
    } catch (error) {
      // What there is cannot be had to the last byte; now it is full.
      if (bytes > 0) throw error;
    }
  };
  const incoming = () => readdirSync(join(disk, "data/files/incoming"));
  const used = async () => (await anna.do("file:limits", {})).usedBytes;

  /** Nothing of it is left, and what needs no room still works. */
  async function isClean(id: string): Promise<void> {
    await expect.poll(() => offsetOf(anna, id)).toBe(null);
    await expect.poll(incoming).toEqual([]);
    await expect.poll(used).toBe(0);
    await anna.createRoom("Talk");
  }

  test("what there is no room for is refused before it comes", async () => {
    leave(60 * megabyte);
    const id = newFileId();
    const refused = await begin(anna, { id, length: 40 * megabyte });
    expect(refused.status).toBe(507);
    const { error } = (await refused.clone().json()) as { error: { message: string } };
    expect(error.message).toBe("The server's disk is full. Nothing of the file was kept; try again later.");
    expect(await codeOf(refused)).toBe("storage_full");
    await isClean(id);
  });

  test("when others take the room while it comes, it ends, and the database has room to go on", async () => {
    const id = newFileId();
    expect(await codeOf(await begin(anna, { id, length: 20 * megabyte }))).toBe("ok");
    leave(40 * megabyte);
    const refused = await append(anna, id, { offset: 0, bytes: Buffer.alloc(20 * megabyte, 1) });
    expect(await codeOf(refused)).toBe("storage_full");
    expect(left()).toBeGreaterThan(20 * megabyte);
    await isClean(id);
    rmSync(filler);
    const file = await upload(anna, { bytes: Buffer.alloc(20 * megabyte, 1) });
    expect(file.size).toBe(20 * megabyte);
    await anna.do("file:delete", { id: file.id });
    await expect.poll(used).toBe(0);
  });

  test("a picture that there is no room to write anew is refused, and comes through when there is", async () => {
    const raw = { width: 1_100, height: 1_100, channels: 3 } as const;
    const bytes = await sharp(randomBytes(1_100 * 1_100 * 3), { raw })
      .png()
      .toBuffer();
    const before = await used();
    const id = newFileId();
    await begin(anna, { id, length: bytes.length });
    await append(anna, id, { offset: 0, bytes: bytes.subarray(0, -1) });
    leave(megabyte);
    const refused = await append(anna, id, { offset: bytes.length - 1, bytes: bytes.subarray(-1) });
    expect(await codeOf(refused)).toBe("storage_full");
    rmSync(filler);
    await expect.poll(() => offsetOf(anna, id)).toBe(null);
    await expect.poll(incoming).toEqual([]);
    await expect.poll(used).toBe(before);
    const file = await upload(anna, { bytes });
    const roomId = await anna.createRoom("Pictures");
    expect((await share(anna, roomId, { files: [file] })).files).toEqual([file]);
  });

  test("with no byte left at all it is refused, and nothing of it stays when there is room again", async () => {
    const before = await used();
    const id = newFileId();
    await begin(anna, { id, length: megabyte });
    leave(0);
    expect(await codeOf(await append(anna, id, { offset: 0, bytes: randomBytes(megabyte) }))).toBe("storage_full");
    rmSync(filler);
    const file = await upload(anna, { bytes: randomBytes(megabyte) });
    for (const dropped of [id, file.id]) await anna.do("file:delete", { id: dropped });
    await expect.poll(incoming).toEqual([]);
    await expect.poll(used).toBe(before);
  });
});

afterAll(() => {
  if (isMounted) spawnSync("umount", ["-l", disk]);
  rmdirSync(disk);
});
