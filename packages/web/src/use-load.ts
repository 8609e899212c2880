import { useCallback, useEffect, useState } from "react";

export interface Loaded<T> {
  /** What came last; kept while it is being loaded again. */
  data: T | null;
  /** What was thrown instead, until the next try. */
  error: unknown;
  isLoading: boolean;
  reload: () => void;
}

/**
 * Something that a screen needs before it can show itself. Loads again whenever `load` is another function: give it
 * one from `useCallback`. Answers that come after the next question are dropped.
 */
export function useLoad<T>(load: () => Promise<T>): Loaded<T> {
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<Omit<Loaded<T>, "reload">>({ data: null, error: null, isLoading: true });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is a reason to load again.
  useEffect(() => {
    let isWanted = true;
    setState((before) => ({ ...before, error: null, isLoading: true }));
    load().then(
      (data) => isWanted && setState({ data, error: null, isLoading: false }),
      (error: unknown) => isWanted && setState((before) => ({ ...before, error, isLoading: false })),
    );
    return () => {
      isWanted = false;
    };
  }, [load, attempt]);
  const reload = useCallback(() => setAttempt((before) => before + 1), []);
  return { ...state, reload };
}
