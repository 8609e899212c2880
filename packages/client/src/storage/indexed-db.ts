import type { ClientStorage } from "../storage.ts";
import { Database } from "./database.ts";
import { leadAmongTabs } from "./leading.ts";
import { memoryStorage } from "./memory.ts";
import { type TabChannel, tabChannel } from "./tab-channel.ts";

/**
 * For browsers. `name` tells several servers or accounts on one origin apart. Where there is no IndexedDB, or it refuses
 * to open (some private windows), everything is kept in memory: one can talk, but a reload forgets what was not sent.
 */
export function indexedDbStorage(name: string): ClientStorage {
  const database = new Database(name);
  const fallback = memoryStorage();
  const changes = tabChannel(`${name} outbox`);
  const reached = tabChannel(`${name} reached`);
  let chosen: Promise<boolean> | null = null;
  // Once and for all: what is in the one is not in the other, and who leads depends on it.
  const isInDatabase = () => {
    chosen ??= database.isOpen();
    return chosen;
  };
  const place = async () => ((await isInDatabase()) ? inDatabase(database, changes) : fallback);
  return {
    load: async () => (await place()).load(),
    saveCache: async (cache) => (await place()).saveCache(cache),
    outbox: {
      list: async () => (await place()).outbox.list(),
      put: async (item) => (await place()).outbox.put(item),
      remove: async (key) => (await place()).outbox.remove(key),
      onChange: (listener) => changes.listen(listener),
    },
    // What is in memory is this tab's own: no other tab would send it.
    lead: async (signal, run) => ((await isInDatabase()) ? leadAmongTabs(`${name} outbox`, signal, run) : run()),
    others: { tellReached: () => reached.tell(), onReached: (listener) => reached.listen(listener) },
    wipe: async () => (await place()).wipe(),
    async close() {
      changes.close();
      reached.close();
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
