import type { Runner } from "./prepared.ts";

/** What every noun's queries stand on: the connection or transaction that they run on. */
export class Noun {
  protected readonly runner: Runner;
  constructor(runner: Runner) {
    this.runner = runner;
  }
}
