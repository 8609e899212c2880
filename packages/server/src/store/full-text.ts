import type { RawBuilder } from "kysely";

/** Terms that stand one after another; with `isPrefix`, the last one is the beginning of a term. */
export interface TermPhrase {
  readonly terms: readonly string[];
  readonly isPrefix: boolean;
}

/** What the terms of a document must have: of each of `all` at least one, and none of `none`. `all` is not empty. */
export interface TermQuery {
  readonly all: readonly (readonly TermPhrase[])[];
  readonly none: readonly TermPhrase[];
}

/** A query in a database's own language, in two parts that must both hold; the second may be empty. */
export interface Expression<T = string> {
  readonly terms: T;
  readonly places: T;
}

/** How one database finds terms in `search_documents`. Terms hold neither white space nor quotation marks. */
export interface FullText {
  expression(query: TermQuery): Expression;
  /** `documents`, with what finds terms in them, for a `from`. */
  readonly documents: RawBuilder<unknown>;
  /** Their id, by which they are found in order. */
  readonly id: RawBuilder<number>;
  /** Whether a document has what an expression says. */
  matches(expression: Expression<unknown>): RawBuilder<boolean>;
}
