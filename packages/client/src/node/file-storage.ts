import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { ClientStorage, StoredCache } from "../storage.ts";
import { Journal } from "./journal.ts";
import { claimOrphans, journalName } from "./orphans.ts";
import { PATH_PREFIX, pathStorage } from "./path-storage.ts";

const CACHE = "cache.json";

/**
 * For Node: a folder with the cache and one outbox journal per process, so that several may use it at once, each sending
 * what it wrote. What a killed process left is taken over by the next that starts. At most one storage per folder and
 * process.
 */
export function fileStorage(folder: string): ClientStorage {
  const journal = new Journal(join(folder, journalName()));
  return {
    async load() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await adopt(folder, journal);
      return { cache: await readCache(folder), outbox: journal.items() };
    },
    saveCache: (cache) => writeCache(folder, cache),
    outbox: {
      list: async () => journal.items(),
      put: (item) => journal.put(item),
      remove: (key) => journal.remove(key),
      onChange: () => () => {},
    },
    files: async () => pathStorage(folder),
    lead: (_signal, run) => run(),
    async wipe() {
      await journal.close();
      for (const name of await readdir(folder)) {
        if (name === CACHE || name.startsWith("outbox-") || name.startsWith(PATH_PREFIX))
          await rm(join(folder, name), { force: true });
      }
    },
    close: () => journal.close(),
  };
}

async function adopt(folder: string, journal: Journal): Promise<void> {
  const orphans = await claimOrphans(folder);
  await Promise.all(orphans.flatMap(({ items }) => items.map((item) => journal.put(item))));
  for (const orphan of orphans) await orphan.remove();
}

async function readCache(folder: string): Promise<StoredCache | null> {
  try {
    return JSON.parse(await readFile(join(folder, CACHE), "utf8")) as StoredCache;
  } catch {
    return null;
  }
}

/** Whole or not at all: a reader never sees half a file. */
async function writeCache(folder: string, cache: StoredCache): Promise<void> {
  const next = join(folder, `cache-${process.pid}.next`);
  const file = await open(next, "w", 0o600);
  try {
    await file.writeFile(JSON.stringify(cache));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(next, join(folder, CACHE));
}
