import type { User, UserId } from "@parley/contract";
import { useLoad } from "../use-load.ts";
import { errorText } from "../words/error-text.ts";
import { useLanguage, useWords } from "../words/use-words.ts";

interface Loaded<T> {
  rows: readonly T[];
  people: ReadonlyMap<UserId, User>;
  hasMore: boolean;
}

export interface Pages<T> {
  /** Null until the first answer. */
  data: Loaded<T> | null;
  error: string | null;
  isLoading: boolean;
  loadMore: () => void;
  reload: () => void;
}

/** What a list in pages needs to show itself. */
export function usePageState<T>(load: () => Promise<Loaded<T>>, loadMore: () => void): Pages<T> {
  const words = useWords();
  const language = useLanguage();
  const { data, error, isLoading, reload } = useLoad(load);
  return { data, error: error === null ? null : errorText(words, language, error), isLoading, loadMore, reload };
}
