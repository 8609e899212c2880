import type { RoomId } from "@parley/contract";
import { useCallback, useMemo } from "react";
import { useClient } from "../client-context.ts";
import { useLoad } from "../use-load.ts";
import { errorText } from "../words/error-text.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { addMonths, firstDayOf, monthOf } from "./month-grid.ts";

export interface Month {
  /** How many messages each day has that has any; null until it is known. */
  readonly counts: ReadonlyMap<string, number> | null;
  /** The days of the room's first and last message; null while they are not known, or there is none. */
  readonly first: string | null;
  readonly last: string | null;
  readonly isEmpty: boolean;
  readonly error: string | null;
}

/** What the calendar knows of the month that a day is in. */
export function useMonth(roomId: RoomId, date: string): Month {
  const client = useClient();
  const words = useWords();
  const language = useLanguage();
  const month = monthOf(date);
  const { data, error } = useLoad(
    useCallback(async () => {
      const from = firstDayOf(month);
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      const answer = await client.call("search:days", { roomId, from, until: addMonths(from, 1), timeZone });
      return { month, ...answer };
    }, [client, roomId, month]),
  );
  const days = data?.month === month ? data.days : null;
  const counts = useMemo(() => days && new Map(days.map((day) => [day.date, day.count])), [days]);
  return {
    counts,
    first: data?.first ?? null,
    last: data?.last ?? null,
    isEmpty: data !== null && data.first === null,
    error: error === null ? null : errorText(words, language, error),
  };
}
