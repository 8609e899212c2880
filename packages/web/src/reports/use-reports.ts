import type { Output, User, UserId } from "@parley/contract";
import { useCallback, useEffect, useState } from "react";
import { useClient } from "../client-context.ts";
import { type Pages, usePageState } from "./use-page-state.ts";

type Report = Output<"report:list">["reports"][number];

/** The reports that I may settle, or those that are settled; loaded anew whenever one comes or goes. */
export function useReports(isOpen: boolean): Pages<Report> {
  const client = useClient();
  const [count, setCount] = useState(1);
  const load = useCallback(async () => {
    await client.whenLive();
    const rows: Report[] = [];
    const people = new Map<UserId, User>();
    let hasMore = true;
    for (let page = 0; page < count && hasMore; page += 1) {
      const last = rows.at(-1);
      const answer = await client.call("report:list", { isOpen, ...(last && { before: last.id }) });
      rows.push(...answer.reports);
      for (const user of answer.people) people.set(user.id, user);
      hasMore = answer.hasMore;
    }
    return { rows, people, hasMore };
  }, [client, isOpen, count]);
  const pages = usePageState(load, () => setCount(count + 1));
  const { reload } = pages;
  useEffect(() => client.on("event", (_roomId, [name]) => name === "report:changed" && reload()), [client, reload]);
  return pages;
}
