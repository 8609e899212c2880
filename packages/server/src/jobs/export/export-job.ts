import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { archiveLivesMs, noExport, shownExport } from "../../domain/exports.ts";
import { randomSecret } from "../../lib/secrets.ts";
import { writeZip } from "../../lib/zip-file.ts";
import type { KeptExport } from "../../store/exports.ts";
import { DueJob } from "../due-job.ts";
import { failedAs, type Job, type JobDeps } from "../job.ts";
import { archiveOf } from "./archive.ts";
import { gatheringOf } from "./gathering.ts";

/** Everyone is told so often at most, over a whole archive. */
const tellings = 100;

/** The archive is not wanted any more: its account is gone. */
class Superseded extends Error {}

/**
 * Makes archives, one after another: in the database it says who waits, and what is ready. A server that stops in the
 * middle begins that archive anew. In the folder is nothing but what somebody may still fetch.
 */
export function exportJob(deps: JobDeps): Job {
  const stopping = new AbortController();
  const job = new DueJob({
    clock: deps.clock,
    nextDue: () => deps.reader.exports.nextAt(),
    async run() {
      await removeExpired(deps);
      await sweep(deps);
      const next = await deps.reader.exports.next();
      if (next !== undefined && !stopping.signal.aborted) await make(deps, next, stopping.signal);
    },
    failed: failedAs("export", deps.logger),
  });
  return {
    start: () => job.start(),
    wake: (at) => job.wake(at),
    stop() {
      stopping.abort();
      return job.stop();
    },
  };
}

function removeExpired({ transact }: JobDeps): Promise<void> {
  return transact(async ({ store, effects, now }) => {
    for (const userId of await store.exports.removeExpired(now)) effects.tell(userId, "export:changed", noExport);
  });
}

async function sweep({ reader, exportsFolder }: JobDeps): Promise<void> {
  await mkdir(exportsFolder, { recursive: true, mode: 0o700 });
  const kept = new Set(await reader.exports.files());
  for (const name of await readdir(exportsFolder))
    if (!kept.has(name)) await rm(join(exportsFolder, name), { force: true });
}

async function make(deps: JobDeps, kept: KeptExport, signal: AbortSignal): Promise<void> {
  const file = `${randomSecret(24)}.zip`;
  const path = join(deps.exportsFolder, file);
  try {
    const bytes = await write(deps, kept, { path: `${path}.part`, signal });
    await rename(`${path}.part`, path);
    const isWanted = await end(deps, kept, { state: "ready", bytes, file });
    if (!isWanted) await rm(path, { force: true });
  } catch (error) {
    await rm(`${path}.part`, { force: true });
    if (signal.aborted) return;
    const reason = error instanceof Error ? error.message : "no reason given";
    if (!(error instanceof Superseded))
      deps.logger.warn("An archive could not be made.", { request: "export:start", reason });
    await end(deps, kept, { state: "failed", bytes: null, file: null });
  }
}

async function write(
  { reader, transact, clock, files }: JobDeps,
  { userId, startedAt }: KeptExport,
  { path, signal }: { path: string; signal: AbortSignal },
): Promise<number> {
  let done = 0;
  let total = 0;
  const tell = () =>
    transact(async ({ store, effects, now }) => {
      const kept = await store.exports.setProgress(userId, { startedAt, done: Math.min(done, total), total });
      if (kept === undefined) throw new Superseded();
      effects.tell(userId, "export:changed", shownExport(kept, now));
    });
  const step = async () => {
    signal.throwIfAborted();
    done += 1;
    const isWorthTelling = Math.floor((done * tellings) / total) > Math.floor(((done - 1) * tellings) / total);
    if (isWorthTelling) await tell();
  };
  const me = await reader.users.find(userId);
  if (me === undefined || me.isGone) throw new Superseded();
  const archive = await archiveOf(await gatheringOf(reader, { me, now: clock.now(), step, storage: files.storage }));
  if (archive === undefined) throw new Superseded();
  total = archive.total;
  await tell();
  return writeZip(path, archive.entries, { now: clock.now(), signal });
}

/** Whether the archive was still wanted. */
function end(
  { transact }: JobDeps,
  { userId, startedAt }: KeptExport,
  outcome: { state: "ready" | "failed"; bytes: number | null; file: string | null },
): Promise<boolean> {
  return transact(async ({ store, effects, now }) => {
    const kept = await store.exports.end(userId, { ...outcome, startedAt, expiresAt: now + archiveLivesMs });
    if (kept === undefined) return false;
    effects.tell(userId, "export:changed", shownExport(kept, now));
    effects.due("export", now + archiveLivesMs);
    return true;
  });
}
