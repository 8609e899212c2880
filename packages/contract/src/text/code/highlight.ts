import type { CodeKind, Grammar } from "./grammar.ts";
import { grammarOf } from "./languages/index.ts";

export type { CodeKind };

/** A stretch of code that looks the same; `kind` is null for what has no look of its own. */
export interface CodeToken {
  readonly kind: CodeKind | null;
  readonly text: string;
}

/** Longer ones are shown plain: nobody reads them for their colours. */
const MOST_CHARACTERS = 200_000;

/**
 * Parts code by what its pieces are, in linear time whatever it says; null for a language that is not known. The texts
 * of all tokens together are `text`.
 */
export function highlight(text: string, language: string): CodeToken[] | null {
  const grammar = grammarOf(language);
  if (grammar === null || text.length > MOST_CHARACTERS) return null;
  const { pattern } = grammar;
  const tokens: { kind: CodeKind | null; text: string }[] = [];
  for (let at = 0; at < text.length; ) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const piece = found?.[0] || String.fromCodePoint(text.codePointAt(at) ?? 0);
    const end = at + piece.length;
    const kind = found?.[0] ? kindOf(grammar, found, text.charAt(end)) : null;
    const last = tokens.at(-1);
    if (last?.kind === kind) last.text += piece;
    else tokens.push({ kind, text: piece });
    at = end;
  }
  return tokens;
}

function kindOf(grammar: Grammar, found: RegExpExecArray, next: string): CodeKind | null {
  const kind = grammar.kinds[found.indexOf(found[0], 1) - 1] ?? "plain";
  if (kind === "plain") return null;
  return kind === "word" ? wordKind(grammar, found[0], next) : kind;
}

function wordKind({ keywords, isCaseless, hasTypes }: Grammar, word: string, next: string): CodeKind | null {
  if (keywords.has(isCaseless ? word.toLowerCase() : word)) return "keyword";
  if (next === "(") return "name";
  return hasTypes && /^\p{Lu}/u.test(word) ? "type" : null;
}
