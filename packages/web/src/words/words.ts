import type { en } from "./en/index.ts";

/** What every translation must have; a missing or misspelt key is a compile error. */
export type Words = typeof en;

/** A catalogue with the language that it is in, for dates and numbers. */
export interface Catalogue {
  readonly language: string;
  readonly words: Words;
}
