import type { en } from "./en/index.ts";
import type { screens } from "./en/screens.ts";

/** What the first screen says: all that is loaded in English until another screen is shown. */
export type FirstWords = typeof en;
export type ScreenWords = typeof screens;

/** What every translation must have; a missing or misspelt key is a compile error. */
export type Words = FirstWords & ScreenWords;

/** A catalogue with the language that it is in, for dates and numbers. */
export interface Catalogue {
  readonly language: string;
  readonly words: FirstWords & Partial<ScreenWords>;
}
