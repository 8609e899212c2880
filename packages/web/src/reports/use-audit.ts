import type { AuditEntry, RoomId, User, UserId } from "@parley/contract";
import { useCallback, useState } from "react";
import { useClient } from "../client-context.ts";
import { type Pages, usePageState } from "./use-page-state.ts";

/** The log of a room, or of everything. */
export function useAudit(roomId: RoomId | undefined): Pages<AuditEntry> {
  const client = useClient();
  const [count, setCount] = useState(1);
  const load = useCallback(async () => {
    await client.whenLive();
    const rows: AuditEntry[] = [];
    const people = new Map<UserId, User>();
    let hasMore = true;
    for (let page = 0; page < count && hasMore; page += 1) {
      const last = rows.at(-1);
      const answer = await client.call("audit:list", {
        ...(roomId !== undefined && { roomId }),
        ...(last && { before: last.id }),
      });
      rows.push(...answer.entries);
      for (const user of answer.people) people.set(user.id, user);
      hasMore = answer.hasMore;
    }
    return { rows, people, hasMore };
  }, [client, roomId, count]);
  return usePageState(load, () => setCount(count + 1));
}
