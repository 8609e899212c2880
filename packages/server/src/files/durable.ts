import { open, readdir } from "node:fs/promises";
import { join } from "node:path";

/** What a file holds is on the disk. */
async function syncFile(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The names in a folder are on the disk. Windows has no such thing, and needs none. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Everything in a folder, and then its names. */
export async function syncAllIn(path: string): Promise<void> {
  for (const name of await readdir(path)) await syncFile(join(path, name));
  await syncFolder(path);
}
