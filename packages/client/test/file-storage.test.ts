import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { defaultSettings, newId, type UserId } from "@parley/contract";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { StoredCache } from "../src/index.ts";
import { fileStorage } from "../src/node/index.ts";
import { anItem } from "./model/items.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "parley-client-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const journals = async () => (await readdir(folder)).filter((name) => name.endsWith(".journal"));

async function keysFound(): Promise<string[]> {
  const storage = fileStorage(folder);
  const found = await storage.load();
  await storage.close();
  return (found?.outbox ?? []).map((item) => item.key);
}

test("what was put is there after the next start, what was removed is not, and nothing is left when it is empty", async () => {
  const storage = fileStorage(folder);
  await storage.load();
  await Promise.all(["1", "2", "3"].map((key) => storage.outbox.put(anItem(key))));
  await storage.outbox.remove("2");
  await storage.close();
  const next = fileStorage(folder);
  expect((await next.load())?.outbox.map((item) => item.key)).toEqual(["1", "3"]);
  for (const key of ["1", "3"]) await next.outbox.remove(key);
  await next.close();
  expect(await journals()).toEqual([]);
});

test.each([40, 90, 150, 400])("killed after %i writes, everything that was promised is there", async (writes) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, "model/journal-writer.ts"), folder]);
  const put = new Set<string>();
  let lines = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const [what, key = ""] = line.split(" ");
    if (what === "put") put.add(key);
    else put.delete(key);
    lines += 1;
    if (lines === writes) child.kill("SIGKILL");
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  const found = await keysFound();
  const last = [...put].at(-1) ?? "";
  // The removal of the last may have happened before it could be told; and one more may have been written.
  const lost = [...put].filter((key) => !found.includes(key) && !(key === last && Number(key) % 3 === 0));
  expect(lost).toEqual([]);
  expect(found.filter((key) => !put.has(key)).length).toBeLessThanOrEqual(1);
});

test("a line that a crash cut off is left out, the ones before and after it count", async () => {
  const storage = fileStorage(folder);
  await storage.load();
  await storage.outbox.put(anItem("1"));
  const [name = ""] = await journals();
  await appendFile(join(folder, name), '{"put":{"key":"2","req');
  await storage.outbox.put(anItem("3"));
  await storage.close();
  expect(await keysFound()).toEqual(["1", "3"]);
});

test("a journal is rewritten before it has grown long", async () => {
  const storage = fileStorage(folder);
  await storage.load();
  await storage.outbox.put(anItem("kept"));
  for (let round = 0; round < 3; round += 1) {
    const keys = Array.from({ length: 400 }, (_, at) => `${round}-${at}`);
    await Promise.all(keys.map((key) => storage.outbox.put(anItem(key))));
    await Promise.all(keys.map((key) => storage.outbox.remove(key)));
  }
  const [name = ""] = await journals();
  const { size } = await stat(join(folder, name));
  await storage.close();
  expect(size).toBeLessThan(400 * 350);
  expect(await keysFound()).toEqual(["kept"]);
});

test("the journal of a process that still runs is left to it", async () => {
  const other = `outbox-${process.ppid}-abc0.journal`;
  await writeFile(join(folder, other), `${JSON.stringify({ put: anItem("theirs") })}\n`);
  expect(await keysFound()).toEqual([]);
  expect(await journals()).toEqual([other]);
});

test("the cache is replaced as a whole, and a broken one is as good as none", async () => {
  const me = { id: newId<UserId>(0), handle: "me", name: "Me", role: "person" } as const;
  const cache: StoredCache = {
    version: 4,
    me,
    server: null,
    settings: defaultSettings,
    rooms: [],
    people: [me],
    relations: [],
  };
  const storage = fileStorage(folder);
  await storage.load();
  await Promise.all([storage.saveCache(cache), storage.outbox.put(anItem("1"))]);
  expect((await storage.load())?.cache).toEqual(cache);
  expect(await readFile(join(folder, "cache.json"), "utf8")).toContain('"version":4');
  await writeFile(join(folder, "cache.json"), '{"version":2,');
  expect((await storage.load())?.cache).toBeNull();
  await storage.wipe();
  await storage.close();
  expect(await readdir(folder)).toEqual([]);
});
