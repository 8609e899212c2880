import type { ClientStorage } from "../storage.ts";
import { Database } from "./database.ts";
import { memoryStorage } from "./memory.ts";
import { type OutboxChannel, outboxChannel } from "./outbox-channel.ts";

/**
 * For browsers. `name` tells several servers or accounts on one origin apart. Where there is no IndexedDB, or it refuses
 * to open (some private windows), everything is kept in memory: one can talk, but a reload forgets what was not sent.
 */
export function indexedDbStorage(name: string): ClientStorage {
  const database = new Database(name);
  const fallback = memoryStorage();
  const channel = outboxChannel(`${name} outbox`);
  const place = async () => ((await database.isOpen()) ? inDatabase(database, channel) : fallback);
  return {
    load: async () => (await place()).load(),
    saveCache: async (cache) => (await place()).saveCache(cache),
    outbox: {
      list: async () => (await place()).outbox.list(),
      put: async (item) => (await place()).outbox.put(item),
      remove: async (key) => (await place()).outbox.remove(key),
      onChange: (listener) => channel.listen(listener),
    },
    lead: (signal, run) => leadAmongTabs(`${name} outbox`, signal, run),
    wipe: async () => (await place()).wipe(),
    async close() {
      channel.close();
      await database.close();
    },
  };
}

type Place = Pick<ClientStorage, "load" | "saveCache" | "wipe"> & {
  outbox: Pick<ClientStorage["outbox"], "list" | "put" | "remove">;
};

function inDatabase(database: Database, channel: OutboxChannel): Place {
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

/**
 * One tab at a time, the next when it goes. Web Locks exist only in secure contexts: on a plain-http network every tab
 * sends for itself, which costs repeats that the server recognises, and no more.
 */
async function leadAmongTabs(name: string, signal: AbortSignal, run: () => Promise<void>): Promise<void> {
  const locks: LockManager | undefined = globalThis.navigator?.locks;
  if (!locks) return run();
  try {
    await locks.request(name, { signal }, run);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
