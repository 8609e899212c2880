import { openAsBlob } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { OutgoingFile } from "@parley/client";
import { type FileId, limits, newId, ParleyError } from "@parley/contract";

/** A file of this machine, to be sent; what it is the server finds out. */
export async function outgoingFile(written: string): Promise<OutgoingFile> {
  const path = resolve(written);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new ParleyError("not_found", `There is no file ${written}.`);
  const name = basename(path).slice(-limits.fileNameCharacters);
  const file = { id: newId<FileId>(Date.now()), name, size: found.size, kind: "file" } as const;
  return { file: { ...file, type: "application/octet-stream" }, bytes: await openAsBlob(path), path };
}
