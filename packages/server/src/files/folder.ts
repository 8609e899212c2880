import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { FileId } from "@parley/contract";
import { syncFolder } from "./durable.ts";
import type { FileStorage } from "./storage.ts";

/** Read at once, of each download. */
const readBytes = 256 * 1_024;

/**
 * Files in a folder of this machine, each in a folder of its own: what is renamed as one is there as a whole or not at
 * all (delivery.md R33). Their names are ids, never what people called them.
 */
export function folderStorage(root: string): FileStorage {
  const shelfOf = (id: FileId) => join(root, id.slice(-2));
  const placeOf = (id: FileId) => join(shelfOf(id), id);
  return {
    async put(id, folder) {
      await mkdir(shelfOf(id), { recursive: true, mode: 0o700 });
      await syncFolder(root);
      await rename(folder, placeOf(id));
      await syncFolder(shelfOf(id));
    },
    async open(id, part) {
      const file = await open(join(placeOf(id), part)).catch(absent);
      if (file === null) return null;
      return {
        bytes: (await file.stat()).size,
        read: ({ first, last }) => file.createReadStream({ start: first, end: last, highWaterMark: readBytes }),
        close: () => file.close(),
      };
    },
    async remove(id) {
      await rm(placeOf(id), { recursive: true, force: true });
      if ((await stat(shelfOf(id)).catch(absent)) !== null) await syncFolder(shelfOf(id));
    },
  };
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
  throw error;
}
