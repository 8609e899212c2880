import type { RoomId } from "@parley/contract";
import { SearchX } from "lucide-react";
import { type KeyboardEvent, type RefObject, useRef, useState } from "react";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { SegmentedControl } from "../ui/segmented-control.tsx";
import { useKeptFocus } from "../ui/use-kept-focus.ts";
import { errorText } from "../words/error-text.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { hitGroups } from "./hit-groups.ts";
import { HitPlaceholder, MoreHits, SearchFailed } from "./more-hits.tsx";
import { GroupHeading, SearchHitRow } from "./search-hit-row.tsx";
import styles from "./search-result-list.module.css";
import { operatorPieces, withoutPiece } from "./search-token.ts";
import type { SearchQuestion } from "./use-more-pages.ts";
import type { SearchQuery } from "./use-search-query.ts";
import type { Search, SearchResults } from "./use-search-results.ts";

export interface SearchResultListProps {
  query: SearchQuery;
  search: Search;
  scroller: RefObject<HTMLElement | null>;
  onLand: (roomId: RoomId, seq: number) => void;
  /** Up from the first. */
  onBack: () => void;
}

/** What was found, or why nothing was. */
export function SearchResultList({ query, search, scroller, onLand, onBack }: SearchResultListProps) {
  const words = useWords();
  const language = useLanguage();
  const { results, isLoading, error, reload } = search;
  const focus = useRef<HTMLElement | null>(null);
  if (error !== null) return <SearchFailed text={errorText(words, language, error)} onRetry={reload} />;
  if (results === null) return <HitPlaceholder label={words.search.searching} />;
  return (
    <div className={styles.results} aria-busy={isLoading}>
      {!results.isComplete && <Incomplete onAgain={reload} />}
      {results.hits.length === 0 ? (
        <NothingFound key={keyOf(results.question)} asked={results.question} query={query} />
      ) : (
        <>
          <Summary query={query} results={results} />
          {/* Another question has other rows, in other places. */}
          <Groups key={keyOf(results.question)} results={results} focus={focus} onLand={onLand} onBack={onBack} />
        </>
      )}
      {results.hasMore && <MoreHits key={results.hits.length} search={search} scroller={scroller} />}
    </div>
  );
}

function keyOf({ text, roomId, order }: SearchQuestion): string {
  return JSON.stringify([text, roomId, order]);
}

function Incomplete({ onAgain }: { onAgain: () => void }) {
  const { search } = useWords();
  const again = (
    <Button isSmall onClick={onAgain}>
      {search.again}
    </Button>
  );
  return (
    <Banner kind="info" actions={again}>
      {search.incomplete}
    </Banner>
  );
}

/** How much was found, and in which order it stands. */
function Summary({ query, results: { hits, hasMore } }: { query: SearchQuery; results: SearchResults }) {
  const { search } = useWords();
  return (
    <div className={styles.summary}>
      <p className={styles.count} role="status">
        {search.count(hits.length, hasMore)}
      </p>
      <SegmentedControl
        label={search.order}
        value={query.order}
        options={[
          { value: "newest", label: search.newest },
          { value: "relevant", label: search.relevant },
        ]}
        onChange={query.setOrder}
      />
    </div>
  );
}

/** One hit is the list's tab stop; arrows move it, and the focus with it. */
function Groups({
  results,
  focus,
  onLand,
  onBack,
}: { results: SearchResults; focus: RefObject<HTMLElement | null> } & Pick<
  SearchResultListProps,
  "onLand" | "onBack"
>) {
  const { question, hits } = results;
  const list = useRef<HTMLDivElement>(null);
  const [landed, setLanded] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | undefined>();
  useKeptFocus(list, focus, goOn);
  const stop = hits.some(({ message }) => message.id === focused) ? focused : hits[0]?.message.id;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move among the links inside, which Tab reaches too.
    <div
      ref={list}
      className={styles.groups}
      onKeyDown={(event) => onArrow(event, onBack)}
      onFocus={({ target }) => setFocused(target.dataset.hit)}
    >
      {hitGroups(hits, question.order).map((group) => (
        <div key={group.key}>
          <GroupHeading group={group} results={results} />
          <ul>
            {group.hits.map((hit) => (
              <SearchHitRow
                key={`${hit.roomId} ${hit.message.id}`}
                hit={hit}
                results={results}
                isTabStop={hit.message.id === stop}
                isCurrent={hit.message.id === landed}
                onLand={() => {
                  setLanded(hit.message.id);
                  onLand(hit.roomId, hit.message.seq);
                }}
              />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** To the same hit, if it is there again. */
function goOn(rows: HTMLElement, before: HTMLElement): void {
  const hits = [...rows.querySelectorAll<HTMLElement>("[data-hit]")];
  (hits.find(({ dataset }) => dataset.hit === before.dataset.hit) ?? hits[0])?.focus({ preventScroll: true });
}

function onArrow(event: KeyboardEvent<HTMLElement>, onBack: () => void): void {
  const hits = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-hit]")];
  const now = hits.indexOf(document.activeElement as HTMLElement);
  if (event.key === "ArrowDown") hits[now + 1]?.focus();
  else if (event.key === "ArrowUp" && now <= 0) onBack();
  else if (event.key === "ArrowUp") hits[now - 1]?.focus();
  else if (event.key === "Home") hits[0]?.focus();
  else if (event.key === "End") hits.at(-1)?.focus();
  else return;
  event.preventDefault();
}

function NothingFound({ asked, query }: { asked: SearchQuestion; query: SearchQuery }) {
  const { search } = useWords();
  const isHere = asked.roomId !== null;
  const filters = operatorPieces(asked.text);
  return (
    <div role="status">
      <EmptyState
        icon={<SearchX size={28} />}
        title={search.noneTitle}
        text={isHere ? search.noneHere : search.noneText}
        actions={
          <>
            {isHere && (
              <Button look="primary" onClick={() => query.setScope(null)}>
                {search.searchEverywhere}
              </Button>
            )}
            {filters.map((piece) => (
              <Button key={piece} onClick={() => query.setText(withoutPiece(query.text, piece))}>
                {search.without(piece)}
              </Button>
            ))}
          </>
        }
      />
    </div>
  );
}
