import type { Saved, User, UserId } from "@parley/contract";
import { useCallback, useEffect, useState } from "react";
import { useClient } from "../client-context.ts";
import { type Pages, usePageState } from "../reports/use-page-state.ts";

/** What I keep for later; loaded anew whenever that changes on any of my devices, or a message is deleted. */
export function useSaved(): Pages<Saved> {
  const client = useClient();
  const [count, setCount] = useState(1);
  const load = useCallback(async () => {
    await client.whenLive();
    const rows: Saved[] = [];
    const people = new Map<UserId, User>();
    let cursor: number | null = null;
    for (let page = 0; page < count && (page === 0 || cursor !== null); page += 1) {
      const answer: Awaited<ReturnType<typeof pageAt>> = await pageAt(cursor);
      rows.push(...answer.entries);
      for (const user of answer.people) people.set(user.id, user);
      cursor = answer.next;
    }
    return { rows, people, hasMore: cursor !== null };

    function pageAt(from: number | null) {
      return client.call("saved:list", { cursor: from });
    }
  }, [client, count]);
  const pages = usePageState(load, () => setCount(count + 1));
  const { reload } = pages;
  useEffect(() => {
    const reasons: ReadonlySet<string> = new Set(["saved:changed", "message:deleted", "room:departed", "room:entered"]);
    return client.on("event", (_roomId, [name]) => {
      if (reasons.has(name)) reload();
    });
  }, [client, reload]);
  return pages;
}
