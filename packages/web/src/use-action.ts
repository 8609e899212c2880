import { useCallback, useEffect, useRef, useState } from "react";
import { errorText } from "./words/error-text.ts";
import { useLanguage, useWords } from "./words/use-words.ts";

export interface Action {
  isBusy: boolean;
  /** What went wrong last time, in words; null while trying and after a success. */
  error: string | null;
  /** The input field at fault, if the server said. */
  field: string | null;
  /** Runs one at a time; answers whether it succeeded. */
  run: (task: () => Promise<unknown>) => Promise<boolean>;
  /** Shows an error that was found without asking the server. */
  fail: (message: string, field?: string) => void;
}

/** Something a person asked for that may take a while and may fail: a form, a button. */
export function useAction(): Action {
  const words = useWords();
  const language = useLanguage();
  const [state, setState] = useState<{ isBusy: boolean; error: string | null; field: string | null }>(idle);
  const isMounted = useRef(true);
  const isRunning = useRef(false);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);
  const run = useCallback(
    async (task: () => Promise<unknown>) => {
      if (isRunning.current) return false;
      isRunning.current = true;
      setState({ ...idle, isBusy: true });
      try {
        await task();
        if (isMounted.current) setState(idle);
        return true;
      } catch (error) {
        const field = typeof error === "object" && error !== null && "field" in error ? String(error.field) : null;
        if (isMounted.current) setState({ isBusy: false, error: errorText(words, language, error), field });
        return false;
      } finally {
        isRunning.current = false;
      }
    },
    [words, language],
  );
  const fail = useCallback(
    (error: string, field?: string) => setState({ isBusy: false, error, field: field ?? null }),
    [],
  );
  return { ...state, run, fail };
}

const idle = { isBusy: false, error: null, field: null } as const;
