import type { Output, RoomId, SearchOrder } from "@parley/contract";
import { useCallback, useLayoutEffect, useRef, useState } from "react";

export interface SearchQuestion {
  readonly text: string;
  readonly roomId: RoomId | null;
  readonly order: SearchOrder;
}

export type SearchPage = Output<"search:messages">;

export interface FirstPage {
  readonly question: SearchQuestion;
  readonly page: SearchPage;
}

interface Kept {
  readonly of: FirstPage | null;
  readonly pages: readonly SearchPage[];
  readonly error: unknown;
}

const none: Kept = { of: null, pages: [], error: null };

/** The pages after the first, one at a time; gone with it. */
export function useMorePages(
  first: FirstPage | null,
  ask: (question: SearchQuestion, cursor: string) => Promise<SearchPage>,
) {
  const [kept, setKept] = useState(none);
  const latest = useRef(first);
  const underWay = useRef<SearchPage | null>(null);
  useLayoutEffect(() => {
    latest.current = first;
  }, [first]);
  const { pages, error } = kept.of === first ? kept : none;
  const loadMore = useCallback(() => {
    const last = pages.at(-1) ?? first?.page;
    if (first === null || !last?.cursor || underWay.current === last) return;
    underWay.current = last;
    const keep = (next: Omit<Kept, "of">) => {
      if (latest.current === first) setKept({ of: first, ...next });
    };
    ask(first.question, last.cursor).then(
      (page) => keep({ pages: [...pages, page], error: null }),
      (failure: unknown) => {
        underWay.current = null;
        keep({ pages, error: failure });
      },
    );
  }, [ask, first, pages]);
  return { pages, error, loadMore };
}
