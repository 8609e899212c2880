import type { ClientStorage, FileStorage } from "../storage.ts";
import { Database } from "./database.ts";
import { answered } from "./indexed-db-promises.ts";
import { leadAmongTabs } from "./leading.ts";
import { memoryStorage } from "./memory.ts";
import { type TabChannel, tabChannel } from "./tab-channel.ts";

/** What is kept is worth waiting for, but not for ever: there is nothing to be seen until then. */
const READING_MS = 5_000;

/**
 * For browsers. `name` tells several servers or accounts on one origin apart. Where there is no IndexedDB, or it refuses
 * to open (some private windows) or does not tell what is in it, everything is kept in memory: one can talk, but a reload forgets what was not sent.
 */
export function indexedDbStorage(name: string): ClientStorage {
  const database = new Database(name);
  const fallback = memoryStorage();
  const changes = tabChannel(`${name} outbox`);
  const reached = tabChannel(`${name} reached`);
  let files: FileStorage | null = null;
  let opened: Promise<boolean> | null = null;
  let isSilent = false;
  const isOpen = () => {
    opened ??= database.isOpen();
    return opened;
  };
  // Once and for all: what is in the one is not in the other, and who leads depends on it.
  const isInDatabase = async () => (await isOpen()) && !isSilent;
  const load = async () => {
    if (!(await isInDatabase())) return fallback.load();
    try {
      return await answered(inDatabase(database, changes).load(), READING_MS);
    } catch {
      // Damaged, or WebKit has us wait for what the page before this one was writing, for as long as the page is open.
      isSilent = true;
      return fallback.load();
    }
  };
  const place = async () => ((await isInDatabase()) ? inDatabase(database, changes) : fallback);
  return {
    load,
    saveCache: async (cache) => (await place()).saveCache(cache),
    outbox: {
      list: async () => (await place()).outbox.list(),
      put: async (item) => (await place()).outbox.put(item),
      remove: async (key) => (await place()).outbox.remove(key),
      onChange: (listener) => changes.listen(listener),
    },
    async files() {
      if (!(await isInDatabase())) return fallback.files();
      files ??= (await import("./indexed-files.ts")).indexedFiles(name);
      return files;
    },
    // What is in memory is this tab's own: no other tab would send it.
    lead: async (signal, run) => ((await isInDatabase()) ? leadAmongTabs(`${name} outbox`, signal, run) : run()),
    others: { tellReached: () => reached.tell(), onReached: (listener) => reached.listen(listener) },
    async wipe() {
      await fallback.wipe();
      if (!(await isOpen())) return;
      // Nothing may stay, also of what did not tell what is in it: then all of it goes, when the browser lets it go.
      await answered(inDatabase(database, changes).wipe(), READING_MS).catch(async () => {
        await database.close();
        indexedDB.deleteDatabase(name);
      });
      indexedDB.deleteDatabase(`${name} files`);
    },
    async close() {
      changes.close();
      reached.close();
      files?.close?.();
      await database.close();
    },
  };
}

type Place = Pick<ClientStorage, "load" | "saveCache" | "wipe"> & {
  outbox: Pick<ClientStorage["outbox"], "list" | "put" | "remove">;
};

function inDatabase(database: Database, channel: TabChannel): Place {
  return {
    load: async () => ({ cache: await database.readCache(), outbox: await database.readOutbox() }),
    saveCache: (cache) => database.writeCache(cache),
    outbox: {
      list: () => database.readOutbox(),
      async put(item) {
        await database.putItem(item);
        channel.tell();
      },
      async remove(key) {
        await database.removeItem(key);
        channel.tell();
      },
    },
    async wipe() {
      await database.clear();
      channel.tell();
    },
  };
}
