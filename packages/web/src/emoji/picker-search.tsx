import { type KeyboardEvent, type Ref, type RefObject, useEffect } from "react";
import { isComposing } from "../keys.ts";
import { useMedia } from "../use-media.ts";
import styles from "./emoji-picker.module.css";

/** What the search asks of a picker. */
interface Searched<T> {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  /** Best first; null while nothing is looked for. */
  readonly found: readonly T[] | null;
  readonly pick: (one: T) => void;
}

export interface PickerSearchProps<T> {
  ref: RefObject<HTMLInputElement | null>;
  label: string;
  gridId: string;
  picker: Searched<T>;
  /** To the first of what can be picked; answers whether there is one. */
  toGrid: () => boolean;
}

/** What it is called, in one's own language. */
export function PickerSearch<T>({ ref, label, gridId, picker, toGrid }: PickerSearchProps<T>) {
  useFocusFromStart(ref);
  return (
    <input
      ref={ref as Ref<HTMLInputElement>}
      type="search"
      className={styles.search}
      aria-label={label}
      aria-controls={gridId}
      placeholder={label}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      enterKeyHint="search"
      value={picker.query}
      onChange={(event) => picker.setQuery(event.target.value)}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return;
        const isDone = (event.key === "ArrowDown" && toGrid()) || isEntered(event, picker) || isCleared(event, picker);
        if (isDone) event.preventDefault();
      }}
    />
  );
}

/** Enter takes the first one found. */
function isEntered<T>(event: KeyboardEvent, { found, pick }: Searched<T>): boolean {
  const best = found?.[0];
  if (event.key !== "Enter" || best === undefined) return false;
  pick(best);
  return true;
}

/** The first Esc gives up the search, the next one closes. */
function isCleared<T>(event: KeyboardEvent, { query, setQuery }: Searched<T>): boolean {
  if (event.key !== "Escape" || query === "") return false;
  setQuery("");
  return true;
}

/** Ready to search; on a phone that would cover everything with its keyboard. */
function useFocusFromStart(field: RefObject<HTMLInputElement | null>): void {
  const hasKeyboard = useMedia("(pointer: fine)");
  useEffect(() => {
    if (hasKeyboard) field.current?.focus({ preventScroll: true });
  }, [field, hasKeyboard]);
}
