import { readdir, rename, rm, stat } from "node:fs/promises";
import { uptime } from "node:os";
import { join } from "node:path";
import type { OutboxItem } from "../state.ts";
import { readJournal } from "./journal.ts";

const NAME = /^outbox-(\d+)-[0-9a-z]+\.journal$/;

/** A name for this process's journal: the process id in it tells others whether it is still being written. */
export function journalName(random: () => number = Math.random): string {
  return `outbox-${process.pid}-${random().toString(36).slice(2, 12)}0.journal`;
}

export interface Orphan {
  readonly items: readonly OutboxItem[];
  /** Once its items are safe elsewhere. */
  remove(): Promise<void>;
}

/**
 * Takes over the journals of processes that are gone. Each is claimed by renaming it, which only one can do; if the
 * claimer dies too, the claimed one is an orphan again.
 */
export async function claimOrphans(folder: string): Promise<readonly Orphan[]> {
  const orphans: Orphan[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const pid = Number(NAME.exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(pid) || (await isWritten(join(folder, name), pid))) continue;
    const claimed = join(folder, journalName());
    try {
      await rename(join(folder, name), claimed);
    } catch {
      continue;
    }
    orphans.push({ items: await readJournal(claimed), remove: () => rm(claimed, { force: true }) });
  }
  return orphans;
}

/** Our own process id on a file that we did not make is a predecessor's; so is any from before the last boot. */
async function isWritten(path: string, pid: number): Promise<boolean> {
  if (pid === process.pid || !isRunning(pid)) return false;
  const found = await stat(path).catch(() => null);
  return found !== null && found.mtimeMs > Date.now() - uptime() * 1_000;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is one, too.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
