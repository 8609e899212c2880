import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useClient } from "../client-context.ts";
import { usePeopleSearch } from "../people/use-people-search.ts";
import { useMe } from "../use-client-state.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { localDate } from "./month-grid.ts";
import { tokenAt } from "./search-token.ts";
import { type Suggestion, suggestionsFor } from "./suggestions.ts";
import type { SearchQuery } from "./use-search-query.ts";

export interface Suggestions {
  readonly found: readonly Suggestion[];
  /** Which of them Enter takes; -1 for none. */
  readonly active: number;
  readonly move: (step: 1 | -1) => void;
  readonly take: (suggestion: Suggestion | undefined) => void;
  /** What stands before the caret has changed. */
  readonly look: () => void;
  readonly close: () => void;
  /** The value that Enter would complete: until then it is nothing to look for. Null for none. */
  readonly unfinished: string | null;
}

type Query = Pick<SearchQuery, "text" | "setText" | "setScope">;

/** What the operator that is being written may become. */
export function useSuggestions(
  { text, setText, setScope }: Query,
  field: RefObject<HTMLInputElement | null>,
): Suggestions {
  // Null: there is nothing to suggest until the next key.
  const [caret, setCaret] = useState<number | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const caretAfter = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (caretAfter.current === null) return;
    field.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = null;
  });
  const token = useMemo(() => (caret === null ? null : tokenAt(text, caret)), [text, caret]);
  const found = useFound(token);
  // A value is completed by Enter; a word may be just a word.
  const first = token?.operator == null ? -1 : 0;
  const active = Math.min(chosen ?? first, found.length - 1);
  const look = () => {
    const { selectionStart, selectionEnd } = field.current ?? {};
    setCaret(selectionStart != null && selectionStart === selectionEnd ? selectionStart : null);
    setChosen(null);
  };
  const take = (suggestion: Suggestion | undefined) => {
    if (suggestion === undefined || token === null) return;
    const isWhole = !suggestion.text.endsWith(":") && suggestion.text !== "";
    const written = `${text.slice(0, token.start)}${suggestion.text}${isWhole ? " " : ""}`;
    const rest = text.slice(token.start + token.text.length);
    setText(written + (isWhole ? rest.trimStart() : rest));
    if (suggestion.scope !== undefined) setScope(suggestion.scope);
    caretAfter.current = written.length;
    setCaret(isWhole ? null : written.length);
    setChosen(null);
  };
  return {
    found,
    active,
    take,
    look,
    move: (step) => setChosen(Math.max(first, (active + step + found.length) % Math.max(1, found.length))),
    close: () => setCaret(null),
    unfinished: active >= 0 && token?.operator != null ? token.text : null,
  };
}

function useFound(token: ReturnType<typeof tokenAt>): readonly Suggestion[] {
  const client = useClient();
  const words = useWords();
  const language = useLanguage();
  const me = useMe();
  const name = token?.operator === "from" ? token.value.replace(/^@/, "") : null;
  const others = usePeopleSearch(name).found;
  return useMemo(() => {
    if (token === null) return [];
    const isMe = me !== null && name !== null && [me.name, me.handle, "me"].some((one) => startsWith(one, name));
    const people = isMe ? [me, ...others] : others;
    return suggestionsFor(token, { state: client.getState(), words, language, people, today: localDate(Date.now()) });
  }, [client, token, words, language, me, name, others]);
}

function startsWith(text: string, beginning: string): boolean {
  return text.toLocaleLowerCase().startsWith(beginning.toLocaleLowerCase());
}
