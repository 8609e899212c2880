import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Another process has this folder. */
export class FolderInUseError extends Error {}

/**
 * Holds `folder` for this process alone until it is released or the process ends, however it ends: the lock is the
 * operating system's, taken by SQLite on a file of its own, so a killed process leaves none behind.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(join(folder, "lock"));
  try {
    lock.exec("pragma locking_mode = exclusive; pragma journal_mode = memory; begin exclusive");
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new FolderInUseError(
      `Another Parley is running on ${folder}. Stop it first, or set PARLEY_DATA to another folder.`,
      { cause: error },
    );
  }
  return () => lock.close();
}

/** SQLite's result code 5 (sqlite.org/rescode.html): somebody else has the lock. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === 5;
}
