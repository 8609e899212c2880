/** A rate: so many at once, refilled at so many a minute. */
export interface Rate {
  readonly burst: number;
  readonly perMinute: number;
}

/**
 * What several nodes must share, behind one port. Correctness never depends on it: the database is the truth. Today
 * there is one node (`local.ts`); fan-out, presence and locks of several will live beside it.
 */
export interface Cluster {
  /** Takes one token of `key`; answers 0, or the milliseconds until there is one. Atomic. */
  take(key: string, rate: Rate, now: number): number;
}
