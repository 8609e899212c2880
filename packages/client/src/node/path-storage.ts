import { openAsBlob } from "node:fs";
import { open, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { type FileId, isId, ParleyError } from "@parley/contract";
import type { FileStorage } from "../storage.ts";

export const PATH_PREFIX = "upload-";

/** Remembers where the files lie that wait to be sent; they are read from there. */
export function pathStorage(folder: string): FileStorage {
  const noteOf = (id: FileId) => join(folder, `${PATH_PREFIX}${id}`);
  return {
    async put({ file, path }) {
      if (path === undefined) throw new ParleyError("invalid", "Here a file is known by its path.");
      const note = await open(noteOf(file.id), "w", 0o600);
      try {
        await note.writeFile(path);
        await note.sync();
      } finally {
        await note.close();
      }
    },
    async get(id) {
      try {
        return await openAsBlob(await readFile(noteOf(id), "utf8"));
      } catch {
        return undefined;
      }
    },
    remove: (id) => rm(noteOf(id), { force: true }),
    async list() {
      const names = await readdir(folder);
      return names.map((name) => name.replace(PATH_PREFIX, "")).filter((name) => isId<FileId>(name));
    },
  };
}
