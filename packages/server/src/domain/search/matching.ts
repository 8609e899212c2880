import type { SearchWords } from "@parley/contract";
import { type Token, tokensOf } from "./tokens.ts";

/** Terms that must stand one after another; the last one may go on with `isPrefix`. Never empty. */
export interface Phrase {
  readonly terms: readonly string[];
  readonly isPrefix: boolean;
}

/**
 * What a word of the query looks for: nothing if it has neither letters nor emoji. One or two letters do not go on: too
 * many words begin with them.
 */
export function phraseOf({ text, isPrefix }: Pick<SearchWords, "text" | "isPrefix">): Phrase | null {
  const tokens = tokensOf(text);
  const last = tokens.at(-1);
  if (last === undefined) return null;
  const mayGoOn = last.isWord && last.end === text.length && [...last.term].length > 2;
  return { terms: tokens.map(({ term }) => term), isPrefix: isPrefix && mayGoOn };
}

/** Where a text has the phrases: start and end in UTF-16 units, ascending, none overlapping. */
export function marksIn(text: string, phrases: readonly Phrase[]): [number, number][] {
  const tokens = tokensOf(text);
  const found = phrases.flatMap((phrase) => placesOf(tokens, phrase).map((at) => stretch(tokens, at, phrase)));
  const marks: [number, number][] = [];
  for (const [start, end] of found.sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
    const last = marks.at(-1);
    if (last === undefined || start >= last[1]) marks.push([start, end]);
    else last[1] = Math.max(last[1], end);
  }
  return marks;
}

/**
 * How well a text answers: each phrase counts, the more often the better, but less each time; twice if it is there as it
 * was typed; all of it less in a long text.
 */
export function scoreOf(text: string, phrases: readonly Phrase[]): number {
  const tokens = tokensOf(text);
  let score = 0;
  for (const phrase of phrases) {
    const places = placesOf(tokens, phrase);
    const isWhole = places.some((at) => tokens[at + phrase.terms.length - 1]?.term === phrase.terms.at(-1));
    score += Math.log1p(places.length) * (isWhole ? 2 : 1);
  }
  return score / Math.log(8 + tokens.length);
}

function placesOf(tokens: readonly Token[], { terms, isPrefix }: Phrase): number[] {
  const places: number[] = [];
  for (let at = 0; at + terms.length <= tokens.length; at += 1) {
    const isHere = terms.every((term, step) => {
      const there = tokens[at + step]?.term ?? "";
      return isPrefix && step === terms.length - 1 ? there.startsWith(term) : there === term;
    });
    if (isHere) places.push(at);
  }
  return places;
}

function stretch(tokens: readonly Token[], at: number, { terms }: Phrase): [number, number] {
  return [tokens[at]?.start ?? 0, tokens[at + terms.length - 1]?.end ?? 0];
}
