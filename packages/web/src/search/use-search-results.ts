import type { FoundRoom, Message, RoomId, SearchHit, User, UserId } from "@parley/contract";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useClient } from "../client-context.ts";
import { useClientState } from "../use-client-state.ts";
import { useLoad } from "../use-load.ts";
import { type SearchPage, type SearchQuestion, useMorePages } from "./use-more-pages.ts";

export interface SearchResults {
  /** What the answer is to; may be an earlier question while the next is under way. */
  readonly question: SearchQuestion;
  readonly hits: readonly SearchHit[];
  readonly people: ReadonlyMap<UserId, User>;
  readonly rooms: ReadonlyMap<RoomId, FoundRoom>;
  readonly hasMore: boolean;
  readonly isComplete: boolean;
}

export interface Search {
  readonly results: SearchResults | null;
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly reload: () => void;
  readonly loadMore: () => void;
  readonly moreError: unknown;
}

/** What fits a question, page by page; null asks nothing. Answers that come after the next question are dropped. */
export function useSearchResults(question: SearchQuestion | null): Search {
  const client = useClient();
  const ask = useCallback(
    ({ text, roomId, order }: SearchQuestion, cursor?: string) => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      const where = roomId === null ? {} : { roomId };
      return client.call("search:messages", {
        text,
        order,
        timeZone,
        ...where,
        ...(cursor !== undefined && { cursor }),
      });
    },
    [client],
  );
  const load = useCallback(
    async () => (question === null ? null : { question, page: await ask(question) }),
    [ask, question],
  );
  const { data, error, reload } = useLoad(load);
  useReloadWhenBack(reload);
  const more = useMorePages(data, ask);
  const changes = useChanges();
  const { pages } = more;
  const results = useMemo(() => {
    if (data === null) return null;
    return merged(data.question, [data.page, ...pages], changes);
  }, [data, pages, changes]);
  return {
    results: question === null ? null : results,
    isLoading: question !== null && error === null && data?.question !== question,
    error: question === null ? null : error,
    reload,
    loadMore: more.loadMore,
    moreError: more.error,
  };
}

/** What was missed meanwhile is looked for again. */
function useReloadWhenBack(reload: () => void): void {
  const isLive = useClientState((state) => state.connection.status === "live");
  const wasLive = useRef(isLive);
  useEffect(() => {
    if (isLive && !wasLive.current) reload();
    wasLive.current = isLive;
  }, [isLive, reload]);
}

/** Messages that were edited or deleted since they were found. */
function useChanges(): ReadonlyMap<string, Message> {
  const client = useClient();
  const [changes, setChanges] = useState<ReadonlyMap<string, Message>>(new Map());
  useEffect(
    () =>
      client.on("event", (_roomId, [name, payload]) => {
        if (name !== "message:edited" && name !== "message:deleted") return;
        setChanges((before) => new Map(before).set(payload.id, payload));
      }),
    [client],
  );
  return changes;
}

function merged(
  question: SearchQuestion,
  pages: readonly SearchPage[],
  changes: ReadonlyMap<string, Message>,
): SearchResults {
  const last = pages.at(-1);
  const hits = pages.flatMap((page) => page.hits.flatMap((hit) => changed(hit, changes.get(hit.message.id))));
  return {
    question,
    hits,
    people: new Map(pages.flatMap((page) => page.people.map((user) => [user.id, user]))),
    rooms: new Map(pages.flatMap((page) => page.rooms.map((room) => [room.id, room]))),
    hasMore: last !== undefined && last.cursor !== null,
    isComplete: pages.every((page) => page.isComplete),
  };
}

/** Where the words stand in a new text is not known; in what was deleted nothing stands any more. */
function changed(hit: SearchHit, message: Message | undefined): readonly SearchHit[] {
  if (message === undefined || message.rev <= hit.message.rev) return [hit];
  return message.deletedAt === undefined ? [{ ...hit, message, marks: [] }] : [];
}
