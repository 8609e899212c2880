import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { ListItem } from "./list-items.ts";
import { END_PX, type ListVirtualizer } from "./use-message-list.ts";

export interface ListPositionOptions {
  virtualizer: ListVirtualizer;
  items: readonly ListItem[];
  scroller: RefObject<HTMLDivElement | null>;
  /** Called with each scroll to a row. */
  unsettle: () => void;
}

/**
 * Where the list stands: at the divider or the end on entry, unless it is brought elsewhere (`leave`); at the end for as
 * long as it was there.
 */
export function useListPosition({ virtualizer, items, scroller, unsettle }: ListPositionOptions) {
  const [isAtEnd, setAtEnd] = useState(true);
  const wasAtEnd = useRef(true);
  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    wasAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight <= END_PX;
    setAtEnd(wasAtEnd.current);
  }, [scroller]);
  const placed = useEntry({ virtualizer, items, scroller, unsettle });
  const leave = useCallback(() => {
    wasAtEnd.current = false;
    placed();
  }, [placed]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    // The composer grows, a phone's keyboard opens: the last message stays in sight.
    const observer = new ResizeObserver(() => {
      if (wasAtEnd.current) virtualizer.scrollToEnd();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [virtualizer, scroller]);
  return { isAtEnd, onScroll, leave };
}

/**
 * Once on entry, and again when the first unread message becomes known while nobody has scrolled yet. Answers how to say
 * that the list has got its place otherwise.
 */
function useEntry({ virtualizer, items, scroller, unsettle }: ListPositionOptions): () => void {
  const entered = useRef<"no" | "end" | "divider">("no");
  const hasScrolled = useRef(false);
  useEffect(() => {
    const element = scroller.current;
    const mark = () => {
      hasScrolled.current = true;
    };
    element?.addEventListener("wheel", mark, { passive: true });
    element?.addEventListener("touchmove", mark, { passive: true });
    element?.addEventListener("keydown", mark);
    return () => {
      element?.removeEventListener("wheel", mark);
      element?.removeEventListener("touchmove", mark);
      element?.removeEventListener("keydown", mark);
    };
  }, [scroller]);
  useLayoutEffect(() => {
    if (items.length === 0 || entered.current === "divider") return;
    const divider = items.findIndex((item) => item.kind === "divider");
    if (divider !== -1 && !hasScrolled.current) {
      entered.current = "divider";
      virtualizer.scrollToIndex(divider, { align: "start" });
      unsettle();
    } else if (entered.current === "no") {
      entered.current = "end";
      virtualizer.scrollToEnd();
    }
  }, [virtualizer, items, unsettle]);
  return useCallback(() => {
    entered.current = "divider";
  }, []);
}
