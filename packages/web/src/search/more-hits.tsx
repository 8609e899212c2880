import { type RefObject, useEffect, useRef } from "react";
import { RetryBanner } from "../ui/retry-banner.tsx";
import { Late, Skeleton } from "../ui/skeleton.tsx";
import { errorText } from "../words/error-text.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import styles from "./search-result-list.module.css";
import type { Search } from "./use-search-results.ts";

/** The next page is fetched before its place comes into sight. */
export function MoreHits({ search, scroller }: { search: Search; scroller: RefObject<HTMLElement | null> }) {
  const words = useWords();
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const { loadMore, moreError } = search;
  const hasFailed = moreError !== null;
  useEffect(() => {
    if (place.current === null || hasFailed) return undefined;
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && loadMore(), {
      root: scroller.current,
      rootMargin: "600px",
    });
    watcher.observe(place.current);
    return () => watcher.disconnect();
  }, [loadMore, hasFailed, scroller]);
  if (hasFailed) return <SearchFailed text={errorText(words, language, moreError)} onRetry={loadMore} />;
  return (
    <div ref={place}>
      <HitPlaceholder label={words.search.loadingMore} />
    </div>
  );
}

export function SearchFailed({ text, onRetry }: { text: string; onRetry: () => void }) {
  return (
    <div className={styles.failed}>
      <RetryBanner text={text} onRetry={onRetry} />
    </div>
  );
}

export function HitPlaceholder({ label }: { label: string }) {
  return (
    <Late label={label}>
      {[70, 45, 85].map((width) => (
        <div key={width} className={styles.placeholder}>
          <Skeleton width="32px" height="32px" isRound />
          <div className={styles.lines}>
            <Skeleton width="40%" height="14px" />
            <Skeleton width={`${width}%`} height="14px" />
          </div>
        </div>
      ))}
    </Late>
  );
}
