import { type Line, span } from "../text/spans.ts";
import { visible } from "../text/visible.ts";

/** What a command comes to: the same truth as lines for people and as facts for programs. */
export interface Answer {
  readonly lines: readonly Line[];
  /** Each has a `type`. */
  readonly facts: readonly Fact[];
  /** May be written anew, where there is a place for it. */
  readonly toWrite?: string;
}

export type Fact = Readonly<{ type: string; [field: string]: unknown }>;

/** One sentence, and what it says. */
export function answer(text: string, ...facts: Fact[]): Answer {
  return { lines: [[span(visible(text))]], facts };
}

/** A line of a card or list: what is said of something, with its name before it. */
export const headed = (title: string): Line => [span(title, { isBold: true })];
export const noted = (text: string): Line => [span(visible(text), { isDim: true })];
