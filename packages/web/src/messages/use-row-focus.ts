import { type FocusEvent, type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { ListItem } from "./list-items.ts";

export interface RowFocusOptions {
  items: readonly ListItem[];
  scroller: RefObject<HTMLDivElement | null>;
  scrollToIndex: (index: number) => void;
}

/** One row is the list's tab stop (the last, at first); arrows move it, and the focus with it. */
export function useRowFocus({ items, scroller, scrollToIndex }: RowFocusOptions) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const wanted = useRef<string | null>(null);
  const at = items.findIndex((item) => item.key === chosen);
  const stop = at === -1 ? items.length - 1 : at;
  useEffect(() => {
    if (wanted.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(wanted.current)}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (!(event.target instanceof HTMLElement) || event.target.dataset.row === undefined || event.altKey) return;
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const next = neighbour(items, stop, step);
      if (next === undefined) return;
      wanted.current = items[next]?.key ?? null;
      setChosen(wanted.current);
      scrollToIndex(next);
    },
    [items, stop, scrollToIndex],
  );
  const onFocus = useCallback((event: FocusEvent) => {
    const key =
      event.target instanceof Element ? event.target.closest<HTMLElement>("[data-row]")?.dataset.row : undefined;
    if (key !== undefined) setChosen(key);
    setHasFocus(true);
  }, []);
  const onBlur = useCallback(() => setHasFocus(false), []);
  return { stopKey: items[stop]?.key, focusIndex: hasFocus ? stop : -1, onKeyDown, onFocus, onBlur };
}

/** The next message up or down; days and the divider are passed over. */
function neighbour(items: readonly ListItem[], from: number, step: number): number | undefined {
  for (let at = from + step; at >= 0 && at < items.length; at += step) if (items[at]?.kind === "message") return at;
  return undefined;
}
