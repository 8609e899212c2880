import type { Runner } from "./prepared.ts";

/**
 * What a database must be able to do. Two of them: `sqlite.ts` and `postgres.ts`. Everything that differs between them
 * stands in those two files; the queries do not know.
 */
export interface Engine {
  readonly reader: Runner;
  /**
   * Runs `work` in a transaction that is durable once the promise fulfils. `committed` is called with the result right
   * after the commit, in commit order, before the promise fulfils. Of what has the same `line`, one comes after another.
   */
  transact<T>(work: (runner: Runner) => Promise<T>, committed: (result: T) => void, line?: object): Promise<T>;
  /** How a commit is made durable, as read back from the database at boot: for the log and the tests. */
  readonly durability: string;
  /** Fails if the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The commit was refused because the disk is full; nothing was stored. */
export class StorageFullError extends Error {}

/** The database is away or stopping; nothing is known to be stored. */
export class StorageAwayError extends Error {}
