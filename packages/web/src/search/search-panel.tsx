import { ArrowLeft, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useRoute } from "wouter";
import { isComposing } from "../keys.ts";
import { IconButton } from "../ui/button.tsx";
import { useMe } from "../use-client-state.ts";
import { useMedia } from "../use-media.ts";
import { useWords } from "../words/use-words.ts";
import { forgetSearches, keepSearch, recentSearches } from "./recent-searches.ts";
import { SearchField } from "./search-field.tsx";
import { SearchIdle } from "./search-idle.tsx";
import styles from "./search-panel.module.css";
import { type SearchStart, useSearchPlace } from "./search-place.ts";
import { SearchResultList } from "./search-result-list.tsx";
import { SearchScope } from "./search-scope.tsx";
import { useSearchQuery } from "./use-search-query.ts";
import { useSearchResults } from "./use-search-results.ts";

/** Looks for messages: in all my rooms, or in one. */
export function SearchPanel({ start }: { start: SearchStart }) {
  const { search } = useWords();
  const { close, land } = useSearchPlace();
  // As narrow as this, it stands in place of the conversation (workspace.module.css).
  const isAlone = useMedia("(max-width: 1080px)");
  const query = useSearchQuery(start);
  const found = useSearchResults(query.question);
  const recent = useRecent();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useFirstFocus(start, field);
  const Pane = isAlone ? "main" : "aside";
  const Title = isAlone ? "h1" : "h2";
  const leave = () => {
    close();
    document.getElementById("composer")?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    leave();
  };
  const isAsking = query.question !== null;
  return (
    <Pane className={styles.panel} aria-label={search.title} onKeyDown={onKeyDown}>
      <header className={styles.header}>
        {isAlone && <IconButton label={search.close} icon={<ArrowLeft size={20} />} onClick={leave} />}
        <Title className={styles.title}>{search.title}</Title>
        {!isAlone && <IconButton label={search.close} icon={<X size={20} />} onClick={leave} />}
      </header>
      <SearchField
        query={query}
        field={field}
        onKeep={() => recent.keep(query.text)}
        toResults={() => focusFirst(list.current)}
      />
      <div className={styles.scope}>
        <SearchScope scope={query.scope} onScope={query.setScope} />
      </div>
      <div ref={list} className={styles.scroll}>
        {isAsking ? (
          <SearchResultList
            query={query}
            search={found}
            scroller={list}
            onBack={() => field.current?.focus()}
            onLand={(roomId, seq) => {
              recent.keep(query.text);
              land(roomId, seq, found.results?.rooms.get(roomId)?.thread);
            }}
          />
        ) : (
          <SearchIdle query={query} recent={recent.texts} onForget={recent.forget} field={field} />
        )}
      </div>
    </Pane>
  );
}

function useRecent() {
  const me = useMe();
  const [texts, setTexts] = useState(() => (me === null ? [] : recentSearches(me.id)));
  return {
    texts,
    keep: (text: string) => me !== null && setTexts(keepSearch(me.id, text)),
    forget: () => {
      forgetSearches();
      setTexts([]);
    },
  };
}

/** In the field with each new start; back at what was found when one returns to it. */
function useFirstFocus(start: SearchStart, field: React.RefObject<HTMLInputElement | null>): void {
  const [isHere] = useRoute("/search");
  const focused = useRef<SearchStart | null>(null);
  useEffect(() => {
    if (focused.current !== start) {
      focused.current = start;
      field.current?.focus();
      field.current?.select();
    } else if (isHere) document.querySelector<HTMLElement>("[data-hit][aria-current]")?.focus({ preventScroll: true });
  }, [start, isHere, field]);
}

function focusFirst(list: HTMLElement | null): void {
  list?.querySelector<HTMLElement>("[data-hit]")?.focus();
}
