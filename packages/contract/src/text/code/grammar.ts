/** How a stretch of code looks. Renderers choose the colours. */
export type CodeKind = "comment" | "string" | "number" | "keyword" | "type" | "name" | "added" | "removed";

/** What stands at one place of a text: the first rule that matches there counts. */
export type Rule = readonly [CodeKind | "word" | "plain", RegExp];

export interface Grammar {
  /** Every rule as one sticky expression, with the kinds in the order of its groups. */
  readonly pattern: RegExp;
  readonly kinds: readonly Rule[0][];
  readonly keywords: ReadonlySet<string>;
  /** `SELECT` and `select` are the same word. */
  readonly isCaseless: boolean;
  /** Words that begin with a capital are types. */
  readonly hasTypes: boolean;
}

interface GrammarOptions {
  readonly keywords?: string;
  readonly isCaseless?: boolean;
  readonly hasTypes?: boolean;
}

/**
 * A language from its rules. Every rule must be linear: it takes whatever it has looked at, or looks at no more than a
 * bounded stretch. Hostile code must cost no more than any other.
 */
export function grammar(rules: readonly Rule[], options: GrammarOptions = {}): Grammar {
  const { keywords = "", isCaseless = false, hasTypes = false } = options;
  return {
    pattern: new RegExp(rules.map(([, { source }]) => `(${source})`).join("|"), "muy"),
    kinds: rules.map(([kind]) => kind),
    keywords: new Set(keywords.split(/\s+/)),
    isCaseless,
    hasTypes,
  };
}

/** Parts of many languages. `(?![\s\S])` is the end of the text: what is never closed runs up to there. */
export const parts = {
  slashes: ["comment", /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|(?![\s\S]))/u],
  hash: ["comment", /#[^\n]*/u],
  dashes: ["comment", /--[^\n]*/u],
  double: ["string", /"[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*"?/u],
  single: ["string", /'[^'\\\n]*(?:\\[\s\S][^'\\\n]*)*'?/u],
  backTicks: ["string", /`[^`\\]*(?:\\[\s\S][^`\\]*)*`?/u],
  tripleDouble: ["string", /"""[\s\S]*?(?:"""|(?![\s\S]))/u],
  tripleSingle: ["string", /'''[\s\S]*?(?:'''|(?![\s\S]))/u],
  /** One character; what is not closed at once is something else, such as a lifetime in Rust. */
  character: ["string", /'(?:\\[^\n']{1,10}|[^'\\\n])'/u],
  number: ["number", /0[xXbBoO][\da-fA-F_]+[a-zA-Z]*|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?[a-zA-Z%]*/u],
  word: ["word", /[\p{L}_$][\p{L}\p{N}_$]*/u],
  /** `@Override`, `@media` */
  at: ["name", /@[\p{L}_][\p{L}\p{N}_.-]*/u],
  dollar: ["name", /\$(?:[\p{L}\p{N}_]+|\{[^}\n]{0,200}\}?)/u],
  blanks: ["plain", /\s+/u],
} as const satisfies Record<string, Rule>;
