import type { DatabaseSync, StatementSync } from "node:sqlite";
import { StorageAwayError, StorageFullError } from "../engine.ts";
import type { Runner } from "../prepared.ts";

interface Job {
  readonly work: (runner: Runner) => Promise<unknown>;
  readonly committed: (result: unknown) => void;
  readonly fulfil: (result: unknown) => void;
  readonly refuse: (error: unknown) => void;
  outcome: { ok: true; result: unknown } | { ok: false; error: unknown } | null;
}

/** At most so many commands share one commit; bounds how long one commit keeps the others waiting. */
const groupSize = 512;
/** From this many in a group on, the next one waits a little, so that it gathers more for its fsync. */
const busyFrom = 16;
const gatherMs = 3;

/** Prepared once: parsing them anew costs more than running them. */
interface Savepoints {
  readonly open: StatementSync;
  readonly undo: StatementSync;
  readonly release: StatementSync;
}

/**
 * Commands that arrive while a commit is under way run together in the next transaction, each in its own savepoint, so
 * that one that fails takes nobody along. One fsync for all; only then is any of them answered. Nobody waits when idle.
 */
export function groupCommit(database: DatabaseSync, runner: Runner) {
  const queue: Job[] = [];
  const savepoints: Savepoints = {
    open: database.prepare("savepoint command"),
    undo: database.prepare("rollback to command"),
    release: database.prepare("release command"),
  };
  let isRunning = false;
  let isClosed = false;
  let whenIdle: (() => void) | null = null;

  async function drain(): Promise<void> {
    isRunning = true;
    while (queue.length > 0) {
      const jobs = queue.splice(0, groupSize);
      await commitGroup({ database, runner, savepoints }, jobs);
      await (jobs.length >= busyFrom ? pause(gatherMs) : nextTurn());
    }
    isRunning = false;
    whenIdle?.();
  }

  return {
    transact<T>(work: (runner: Runner) => Promise<T>, committed: (result: T) => void): Promise<T> {
      if (isClosed) return Promise.reject(new StorageAwayError("The database is closed."));
      return new Promise<T>((fulfil, refuse) => {
        queue.push({ work, committed, fulfil, refuse, outcome: null } as Job);
        if (!isRunning) void drain();
      });
    },
    /** Resolves when everything that was asked for is committed and answered. */
    async close(): Promise<void> {
      isClosed = true;
      if (isRunning)
        await new Promise<void>((resolve) => {
          whenIdle = resolve;
        });
    },
  };
}

interface Group {
  readonly database: DatabaseSync;
  readonly runner: Runner;
  readonly savepoints: Savepoints;
}

async function commitGroup(group: Group, jobs: Job[]): Promise<void> {
  const { database } = group;
  try {
    database.exec("begin immediate");
    for (const job of jobs) await runInSavepoint(group, job);
    database.exec("commit");
  } catch (error) {
    if (database.isTransaction) database.exec("rollback");
    for (const job of jobs) job.refuse(translate(job.outcome?.ok === false ? job.outcome.error : error));
    return;
  }
  for (const job of jobs) if (job.outcome?.ok) job.committed(job.outcome.result);
  for (const job of jobs) {
    if (job.outcome?.ok) job.fulfil(job.outcome.result);
    else job.refuse(translate(job.outcome?.error));
  }
}

async function runInSavepoint({ database, runner, savepoints }: Group, job: Job): Promise<void> {
  savepoints.open.run();
  try {
    job.outcome = { ok: true, result: await job.work(runner) };
  } catch (error) {
    job.outcome = { ok: false, error };
    // A full disk ends the whole transaction, not this savepoint alone.
    if (!database.isTransaction) throw error;
    savepoints.undo.run();
  }
  savepoints.release.run();
}

/** SQLite's result codes (sqlite.org/rescode.html): 13 full, 10 and its extensions I/O error. */
function translate(error: unknown): unknown {
  const code = error instanceof Error && "errcode" in error ? Number(error.errcode) : 0;
  if (code === 13 || (code & 0xff) === 10) return new StorageFullError("The disk is full.", { cause: error });
  return error;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
