import { foldHandle, foldRoomName } from "../names/fold.ts";
import { isDate } from "./dates.ts";

/** What a message may have, or be, besides words. */
export const searchThings = ["link", "file", "image", "voice", "poll", "sticker"] as const;
export type SearchThing = (typeof searchThings)[number];
/** What a message may be. */
export const searchStates = ["pinned", "edited"] as const;
export type SearchState = (typeof searchStates)[number];

/** Words to look for: one alone, or several that must stand one after another. */
export interface SearchWords {
  readonly text: string;
  /** The last word may go on: `berl` finds Berlin. */
  readonly isPrefix: boolean;
  readonly isExcluded: boolean;
}

/** What a message must be besides its words; with `isExcluded`, what it must not be. */
export type SearchFilter = { readonly isExcluded: boolean } & (
  | { readonly kind: "from" /** Folded, see foldHandle. */; readonly handle: string }
  | { readonly kind: "in" /** Folded, see foldRoomName. */; readonly name: string }
  | { readonly kind: "has"; readonly thing: SearchThing }
  | { readonly kind: "is"; readonly state: SearchState }
  | { readonly kind: "mentions-me" }
  | {
      readonly kind: "before" | "after" | "on" /** `2026-03-14`. `after` begins with the day that follows. */;
      readonly date: string;
    }
);

/** An operator with a value that it does not take. */
export interface SearchProblem {
  readonly operator: SearchOperator;
  /** As typed. */
  readonly value: string;
}

export interface SearchQuery {
  readonly words: readonly SearchWords[];
  readonly filters: readonly SearchFilter[];
  /** The first thing that is wrong; null when nothing is. */
  readonly problem: SearchProblem | null;
}

export const searchOperators = ["from", "in", "has", "is", "mentions", "before", "after", "on"] as const;
export type SearchOperator = (typeof searchOperators)[number];

/** A piece of the text: a phrase, or a run without white space; with `-` before it, it is excluded. */
const PIECE = /(-?)(?:"([^"]*)(?:"|$)|(\S+))/gu;
const OPERATOR = /^([a-z]+):(.*)$/isu;

/**
 * What a text in the search field asks for. Words must all be there, in any order; the last one may go on, unless
 * something follows it, and so may one with `*` (of three letters or more: shorter ones are taken as they are). `"…"` is a phrase, `-` excludes. Several `from:` or `in:` are one or
 * the other; everything else must all be so. What looks like an operator but is none (`https://…`, `10:30`) is words.
 * An operator without a value yet says nothing; with a wrong one it is a problem.
 */
export function parseSearch(text: string): SearchQuery {
  const words: SearchWords[] = [];
  const filters: SearchFilter[] = [];
  let problem: SearchProblem | null = null;
  for (const { 0: piece, 1: minus = "", 2: phrase, 3: run = "", index } of text.matchAll(PIECE)) {
    const isExcluded = minus !== "";
    if (phrase !== undefined) {
      words.push({ text: phrase, isPrefix: false, isExcluded });
      continue;
    }
    const [, name = "", value = ""] = OPERATOR.exec(run) ?? [];
    const operator = searchOperators.find((one) => one === name.toLowerCase());
    if (operator === undefined) {
      const isLast = index + piece.length === text.length;
      words.push({ text: run.replace(/\*+$/, ""), isPrefix: isLast || run.endsWith("*"), isExcluded });
      continue;
    }
    const filter = value === "" ? undefined : filterOf(operator, value);
    if (filter !== undefined) filters.push({ ...filter, isExcluded });
    else if (value !== "") problem ??= { operator, value };
  }
  return { words: words.filter((one) => one.text !== ""), filters, problem };
}

type Filter = SearchFilter extends infer F ? (F extends SearchFilter ? Omit<F, "isExcluded"> : never) : never;

function filterOf(operator: SearchOperator, typed: string): Filter | undefined {
  const value = typed.toLowerCase();
  switch (operator) {
    case "from":
      return named(foldHandle(typed.replace(/^@/, "")), (handle) => ({ kind: "from", handle }));
    case "in":
      return named(foldRoomName(typed), (name) => ({ kind: "in", name }));
    case "has":
      return named(
        searchThings.find((one) => one === value),
        (thing) => ({ kind: "has", thing }),
      );
    case "is":
      return named(
        searchStates.find((one) => one === value),
        (state) => ({ kind: "is", state }),
      );
    case "mentions":
      return value === "me" || value === "@me" ? { kind: "mentions-me" } : undefined;
    default:
      return isDate(value) ? { kind: operator, date: value } : undefined;
  }
}

function named<T extends string>(value: T | undefined, make: (value: T) => Filter): Filter | undefined {
  return value === undefined || value === "" ? undefined : make(value);
}
