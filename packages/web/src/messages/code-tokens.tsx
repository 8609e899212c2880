import { highlight } from "@parley/contract/code";
import { useMemo } from "react";
import styles from "./code-tokens.module.css";

export interface CodeTokensProps {
  language: string;
  text: string;
}

/** Code in the colours of its language. They change no letter's width: nothing moves when they come. */
export function CodeTokens({ language, text }: CodeTokensProps) {
  const tokens = useMemo(() => highlight(text, language), [language, text]);
  if (tokens === null) return text;
  return tokens.map((token, at) =>
    token.kind === null ? (
      token.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a new text is a new list.
      <span key={at} className={styles[token.kind]}>
        {token.text}
      </span>
    ),
  );
}
