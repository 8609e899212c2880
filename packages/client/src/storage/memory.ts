import type { FileId } from "@parley/contract";
import type { OutboxItem } from "../state.ts";
import type { ClientStorage, StoredCache } from "../storage.ts";

/** For throw-away use: forgotten with the process. Where nothing better exists, this still lets people talk. */
export function memoryStorage(): ClientStorage {
  const items = new Map<string, OutboxItem>();
  const files = new Map<FileId, Blob>();
  let cache: StoredCache | null = null;
  return {
    load: async () => ({ cache, outbox: sorted(items) }),
    async saveCache(next) {
      cache = next;
    },
    outbox: {
      list: async () => sorted(items),
      async put(item) {
        items.set(item.key, item);
      },
      async remove(key) {
        items.delete(key);
      },
      onChange: () => () => {},
    },
    files: async () => ({
      put: async ({ file, bytes }) => void files.set(file.id, bytes),
      get: async (id) => files.get(id),
      remove: async (id) => void files.delete(id),
      list: async () => [...files.keys()],
    }),
    lead: (_signal, run) => run(),
    async wipe() {
      items.clear();
      files.clear();
      cache = null;
    },
    close: async () => {},
  };
}

function sorted(items: ReadonlyMap<string, OutboxItem>): readonly OutboxItem[] {
  return [...items.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}
