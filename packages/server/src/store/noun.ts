import type { Runner } from "./prepared.ts";

/** A connection or transaction, and the time as of which it is read. */
export interface TimedRunner extends Runner {
  /** Epoch ms: what is past its time then is not handed out. */
  now(): number;
}

/** What every noun's queries stand on: the connection or transaction that they run on. */
export class Noun {
  protected readonly runner: TimedRunner;
  constructor(runner: TimedRunner) {
    this.runner = runner;
  }
}
