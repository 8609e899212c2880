import { type SearchOperator, searchOperators } from "@parley/contract";

/** The piece of the search that is being written: a word, or an operator with what it has of a value. */
export interface SearchToken {
  /** Where it begins in the text, after a `-`. */
  readonly start: number;
  readonly text: string;
  readonly operator: SearchOperator | null;
  /** What follows the operator. */
  readonly value: string;
}

const WORD = /(?:^|\s)-?([^\s"-][^\s"]*)$/u;
const OPERATOR = /^([a-z]+):(.*)$/isu;

/** The token that ends at the caret; null between words and inside a phrase. */
export function tokenAt(text: string, caret: number): SearchToken | null {
  const before = text.slice(0, caret);
  const isInPhrase = (before.split('"').length - 1) % 2 === 1;
  const [, word] = WORD.exec(before) ?? [];
  if (isInPhrase || word === undefined) return null;
  const [, name = "", value = ""] = OPERATOR.exec(word) ?? [];
  const operator = searchOperators.find((one) => one === name.toLowerCase()) ?? null;
  return { start: caret - word.length, text: word, operator, value };
}

/** The pieces of a text that are operators with a value, as typed. */
export function operatorPieces(text: string): readonly string[] {
  return text.split(/\s+/u).filter((piece) => {
    const [, name = "", value = ""] = OPERATOR.exec(piece.replace(/^-/, "")) ?? [];
    return value !== "" && searchOperators.some((one) => one === name.toLowerCase());
  });
}

/** A text without one of its pieces. */
export function withoutPiece(text: string, piece: string): string {
  const pieces = text.split(/\s+/u).filter((one) => one !== "");
  const at = pieces.findLastIndex((one) => one === piece || one === `-${piece}`);
  return pieces.filter((_, index) => index !== at).join(" ");
}
