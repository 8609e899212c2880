import type { Session } from "@parley/contract";
import { useCallback, useEffect } from "react";
import { useClient } from "../client-context.ts";
import { useLoad } from "../use-load.ts";
import { errorText } from "../words/error-text.ts";
import { useLanguage, useWords } from "../words/use-words.ts";

export interface Sessions {
  /** This device first, then by last use. Null until the first answer. */
  sessions: readonly Session[] | null;
  error: string | null;
  reload: () => void;
}

/** My signed-in devices, kept current while they are on screen. */
export function useSessions(): Sessions {
  const client = useClient();
  const words = useWords();
  const language = useLanguage();
  const load = useCallback(async () => {
    await client.whenLive();
    const { sessions } = await client.call("session:list", {});
    return sessions.toSorted((a, b) => Number(b.isCurrent) - Number(a.isCurrent) || b.usedAt - a.usedAt);
  }, [client]);
  const { data, error, reload } = useLoad(load);
  useEffect(() => client.on("event", (_roomId, [name]) => name === "session:changed" && reload()), [client, reload]);
  return { sessions: data, error: error === null ? null : errorText(words, language, error), reload };
}
