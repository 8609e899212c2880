import type { Output } from "@parley/contract";
import { useCallback, useEffect } from "react";
import { useClient } from "../client-context.ts";
import { useLoad } from "../use-load.ts";
import { errorText } from "../words/error-text.ts";
import { useLanguage, useWords } from "../words/use-words.ts";

export interface Factors {
  /** Null until the first answer. */
  data: Output<"factor:list"> | null;
  error: string | null;
  reload: () => void;
}

/** How I prove who I am beside my password, kept current while it is on screen. */
export function useFactors(): Factors {
  const client = useClient();
  const words = useWords();
  const language = useLanguage();
  const load = useCallback(async () => {
    await client.whenLive();
    return client.call("factor:list", {});
  }, [client]);
  const { data, error, reload } = useLoad(load);
  useEffect(() => client.on("event", (_roomId, [name]) => name === "account:changed" && reload()), [client, reload]);
  return { data, error: error === null ? null : errorText(words, language, error), reload };
}
