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

type NounClasses = Readonly<Record<string, new (runner: TimedRunner) => Noun>>;

/** The nouns of these classes, by name. */
export type Nouns<C extends NounClasses> = { readonly [Name in keyof C]: InstanceType<C[Name]> };

/**
 * A class that has each noun as a property and makes it when it is asked for: a command uses a handful of the thirty,
 * and making all of them cost each message a twentieth of its time.
 */
export function nounsOf<C extends NounClasses>(classes: C): new (runner: TimedRunner) => Nouns<C> {
  class Made {
    readonly runner: TimedRunner;
    constructor(runner: TimedRunner) {
      this.runner = runner;
    }
  }
  for (const [name, OneNoun] of Object.entries(classes))
    Object.defineProperty(Made.prototype, name, {
      get(this: Made) {
        return new OneNoun(this.runner);
      },
    });
  return Made as unknown as new (
    runner: TimedRunner,
  ) => Nouns<C>;
}
