import { type RefObject, useLayoutEffect } from "react";

/**
 * For rows that are made anew with every answer: who had gone down to them while the last letters were still being
 * looked for stays among them. `kept` outlives the rows. `goOn` is a function of a module.
 */
export function useKeptFocus(
  list: RefObject<HTMLElement | null>,
  kept: RefObject<HTMLElement | null>,
  goOn: (rows: HTMLElement, before: HTMLElement) => void,
): void {
  useLayoutEffect(() => {
    const rows = list.current;
    const before = kept.current;
    kept.current = null;
    if (rows && before && document.activeElement === document.body) goOn(rows, before);
    return () => {
      const { activeElement } = document;
      if (activeElement instanceof HTMLElement && rows?.contains(activeElement)) kept.current = activeElement;
    };
  }, [list, kept, goOn]);
}
