/** The word that is being written, when it begins with `@`, `#` or `:`. */
export interface CompletionToken {
  sign: "@" | "#" | ":";
  query: string;
  /** Where it begins in the text. */
  start: number;
}

export interface Completion {
  key: string;
  sign: CompletionToken["sign"];
  /** As the list shows it. */
  label: string;
  /** A second, paler name. */
  detail: string;
  /** Of a person, the version of their picture. */
  picture?: string | undefined;
  /** What stands in the text afterwards. */
  text: string;
  onAccept?: () => void;
}

const NAME = /(?:^|[\s([])([@#])([^\s@#]{0,40})$/u;
/** From two letters on: fewer are a face, such as `:D`. Behind a letter or number it is a colon, as in 12:30. */
const CODE = /(?<![\p{L}\p{N}:/])(:)([\p{L}\p{N}_+-]{2,40})$/u;

/** The token that ends at the caret, if there is one. */
export function tokenAt(text: string, caret: number): CompletionToken | null {
  const before = text.slice(0, caret);
  const [, sign, query = ""] = NAME.exec(before) ?? CODE.exec(before) ?? [];
  if (sign === undefined) return null;
  return { sign: sign as CompletionToken["sign"], query, start: caret - query.length - 1 };
}
