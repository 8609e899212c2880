import { useCallback } from "react";
import { type Action, useAction } from "../use-action.ts";
import { useWords } from "../words/use-words.ts";
import { passkeyFault } from "./passkey-browser.ts";

/** An action in which a browser is asked for a passkey, and may refuse. */
export function usePasskeyAction(): Action {
  const words = useWords();
  const action = useAction();
  const { run, fail } = action;
  const tryIt = useCallback(
    async (task: () => Promise<unknown>) => {
      let fault: string | null = null;
      const isDone = await run(async () => {
        try {
          await task();
        } catch (error) {
          fault = passkeyFault(words, error);
          throw error;
        }
      });
      if (fault !== null) fail(fault);
      return isDone;
    },
    [run, fail, words],
  );
  return { ...action, run: tryIt };
}
