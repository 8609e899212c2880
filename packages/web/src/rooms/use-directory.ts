import type { ListedRoom } from "@parley/contract";
import { useCallback, useState } from "react";
import { useClient } from "../client-context.ts";
import { useDelayed } from "../use-delayed.ts";
import { useLoad } from "../use-load.ts";
import { errorText } from "../words/error-text.ts";
import { useLanguage, useWords } from "../words/use-words.ts";

export interface Directory {
  /** Null until the first answer. */
  rooms: readonly ListedRoom[] | null;
  error: string | null;
  hasMore: boolean;
  isLoading: boolean;
  loadMore: () => void;
  reload: () => void;
}

const TYPING_MS = 120;

/** The public rooms whose name holds a text. The last answer stays until the next one comes, so that nothing flickers. */
export function useDirectory(text: string): Directory {
  const client = useClient();
  const words = useWords();
  const language = useLanguage();
  const wanted = useDelayed(text.trim(), TYPING_MS);
  // More pages of the same search; forgotten when the search is another.
  const [pages, setPages] = useState({ wanted, count: 1 });
  const count = pages.wanted === wanted ? pages.count : 1;
  const load = useCallback(async () => {
    await client.whenLive();
    const rooms: ListedRoom[] = [];
    let next: string | null = "";
    for (let page = 0; page < count && next !== null; page += 1) {
      const answer: { rooms: ListedRoom[]; next: string | null } = await client.call("room:list", {
        text: wanted,
        after: next,
      });
      rooms.push(...answer.rooms);
      next = answer.next;
    }
    return { rooms, next };
  }, [client, wanted, count]);
  const { data, error, isLoading, reload } = useLoad(load);
  return {
    rooms: data?.rooms ?? null,
    error: error === null ? null : errorText(words, language, error),
    hasMore: data?.next !== null && data !== null,
    isLoading,
    loadMore: () => setPages({ wanted, count: count + 1 }),
    reload,
  };
}
