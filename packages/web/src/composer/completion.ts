/** The word that is being written, when it begins with `@` or `#`. */
export interface CompletionToken {
  sign: "@" | "#";
  query: string;
  /** Where it begins in the text. */
  start: number;
}

export interface Completion {
  key: string;
  sign: "@" | "#";
  /** As the list shows it. */
  label: string;
  /** A second, paler name. */
  detail: string;
  /** Of a person, the version of their picture. */
  picture?: string | undefined;
  /** What stands in the text afterwards. */
  text: string;
}

const TOKEN = /(?:^|[\s([])([@#])([^\s@#]{0,40})$/u;

/** The token that ends at the caret, if there is one. */
export function tokenAt(text: string, caret: number): CompletionToken | null {
  const found = TOKEN.exec(text.slice(0, caret));
  const [, sign, query = ""] = found ?? [];
  if (sign !== "@" && sign !== "#") return null;
  return { sign, query, start: caret - query.length - 1 };
}
