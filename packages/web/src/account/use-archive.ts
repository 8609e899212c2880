import type { Export } from "@parley/contract";
import { useCallback } from "react";
import { useClient } from "../client-context.ts";
import { useClientState } from "../use-client-state.ts";
import { useLoad } from "../use-load.ts";

export interface Archive {
  archive: Export | null;
  /** Whether the server has been asked, whatever it said. */
  isAnswered: boolean;
}

/** What was heard last of my archive; asked for once, in case it was made before this page was opened. */
export function useArchive(): Archive {
  const client = useClient();
  const heard = useClientState((state) => state.archive);
  const load = useCallback(async () => {
    await client.whenLive();
    return client.call("export:show", {});
  }, [client]);
  const { data, error } = useLoad(load);
  return { archive: heard ?? data, isAnswered: data !== null || error !== null };
}
