import type { FileId } from "@parley/contract";
import type { Upload } from "../state.ts";
import type { FileStorage } from "../storage.ts";
import { openDatabase, resultOf, whenDone } from "./indexed-db-promises.ts";
import { tabChannel } from "./tab-channel.ts";

const TABLE = "files";

/** The bytes of what waits in the outbox, in a database of their own: few people's browsers ever make it. */
export function indexedFiles(client: string): FileStorage {
  const name = `${client} files`;
  const uploads = tabChannel<ReadonlyMap<FileId, Upload>>(`${client} uploads`);
  return {
    put: ({ file, bytes }) => change(name, (table) => table.put(bytes, file.id)),
    get: (id) => read<Blob | undefined>(name, (table) => table.get(id)),
    remove: (id) => change(name, (table) => table.delete(id)),
    list: async () => (await read<IDBValidKey[]>(name, (table) => table.getAllKeys())) as FileId[],
    share: (all) => uploads.tell(all),
    onShared: (listener) => uploads.listen(listener),
    close: () => uploads.close(),
  };
}

function change(name: string, make: (table: IDBObjectStore) => void): Promise<void> {
  return using(name, async (tables) => {
    const transaction = tables.transaction(TABLE, "readwrite", { durability: "strict" });
    make(transaction.objectStore(TABLE));
    await whenDone(transaction);
  });
}

function read<T>(name: string, ask: (table: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return using(name, (tables) => resultOf(ask(tables.transaction(TABLE).objectStore(TABLE))));
}

/** Open only for as long as it is used: a connection left open would hold up its deletion at the sign-out. */
async function using<T>(name: string, use: (tables: IDBDatabase) => Promise<T>): Promise<T> {
  const tables = await openDatabase(name, 1, (fresh) => fresh.createObjectStore(TABLE));
  try {
    return await use(tables);
  } finally {
    tables.close();
  }
}
