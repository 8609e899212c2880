import type { User, UserId } from "@parley/contract";
import type { ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { RetryBanner } from "../ui/retry-banner.tsx";
import { Late, Skeleton } from "../ui/skeleton.tsx";
import { useWords } from "../words/use-words.ts";
import styles from "./reports.module.css";
import type { Pages } from "./use-page-state.ts";

interface PageListProps<T> {
  pages: Pages<T>;
  empty: { icon: ReactNode; title: string; text: string };
  failed: string;
  /** Items of the list, each with its key. */
  children: (row: T, people: ReadonlyMap<UserId, User>) => ReactNode;
}

/** A list in pages: while it is loading, when it failed, when there is nothing, and with a button for more. */
export function PageList<T>({ pages, empty, failed, children }: PageListProps<T>) {
  const { app, reports } = useWords();
  const { data, error, isLoading, loadMore, reload } = pages;
  if (error !== null) return <RetryBanner text={`${failed} ${error}`} onRetry={reload} />;
  if (data === null)
    return (
      <Late label={app.loading}>
        <Skeleton width="100%" height="88px" />
      </Late>
    );
  if (data.rows.length === 0) return <EmptyState {...empty} />;
  return (
    <>
      <ul className={styles.list}>{data.rows.map((row) => children(row, data.people))}</ul>
      {data.hasMore && (
        <Button className={styles.more} isBusy={isLoading} onClick={loadMore}>
          {reports.more}
        </Button>
      )}
    </>
  );
}
