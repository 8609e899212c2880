import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback } from "react";
import type { ListItem } from "./list-items.ts";
import { ROOM_START_PX } from "./room-start.tsx";

export type ListVirtualizer = Virtualizer<HTMLDivElement, Element>;

/** How near to the end counts as being there. */
export const END_PX = 48;

const END_PADDING_PX = 8;
/** Clear of the day that hangs at the top. */
const BELOW_DAY_PX = 48;
/** The header above the list and the composer below it, at their least. */
const AROUND_PX = 120;

export interface MessageListOptions {
  items: readonly ListItem[];
  scroller: RefObject<HTMLDivElement | null>;
  /** The newest message is loaded: what comes is followed. */
  isEnd: boolean;
  /** A row with the focus stays in the page wherever the list is scrolled to. */
  focusIndex: number;
  /** Rows are brought to the very middle; else what is brought to the top stays clear of the day that hangs there. */
  isCentred: boolean;
  /** Until the list stands, only what is on the screen is made: the rest can wait for the first paint. */
  isSettled: boolean;
}

/** Only what is near the screen is in the page; what is on the screen stays where it is while the rest comes and goes. */
export function useMessageList({ items, scroller, isEnd, focusIndex, isCentred, isSettled }: MessageListOptions) {
  return useVirtualizer<HTMLDivElement, Element>({
    count: items.length,
    getScrollElement: () => scroller.current,
    getItemKey: useCallback((index: number) => items[index]?.key ?? index, [items]),
    estimateSize: (index) => estimatedHeight(items[index]),
    rangeExtractor: useCallback(
      (range: Range) => {
        const indexes = defaultRangeExtractor(range);
        if (focusIndex < 0 || indexes.includes(focusIndex)) return indexes;
        return [...indexes, focusIndex].sort((a, b) => a - b);
      },
      [focusIndex],
    ),
    paddingStart: ROOM_START_PX,
    paddingEnd: END_PADDING_PX,
    scrollPaddingStart: isCentred ? 0 : BELOW_DAY_PX,
    initialRect: { width: 0, height: expectedHeight() },
    initialOffset: () => entryOffset(items),
    measureElement: measured,
    overscan: isSettled ? 8 : 1,
    anchorTo: "end",
    followOnAppend: isEnd,
    scrollEndThreshold: END_PX,
    directDomUpdates: true,
  });
}

/**
 * The rows that a room opens with are in the first render already, where they will stand as far as can be told before
 * anything is measured: a list that first learned its height and then its place would be made and laid out three times.
 */
function entryOffset(items: readonly ListItem[]): number {
  let place = ROOM_START_PX;
  let divider = Number.POSITIVE_INFINITY;
  for (const item of items) {
    if (item.kind === "divider") divider = place - BELOW_DAY_PX;
    place += estimatedHeight(item);
  }
  return Math.max(0, Math.min(divider, place + END_PADDING_PX - expectedHeight()));
}

/** Too much rather than too little: a row too many costs less than a second round. */
function expectedHeight(): number {
  return innerHeight - AROUND_PX;
}

/**
 * Sizes come from the resize observer alone, all rows of a frame together and before it is painted. To ask each new row
 * for its height, as the default does, would lay the page out once for every row.
 */
function measured(row: Element, entry: ResizeObserverEntry | undefined, list: ListVirtualizer): number {
  const size = entry?.borderBoxSize[0]?.blockSize;
  if (size !== undefined) return Math.round(size);
  const index = list.indexFromElement(row);
  return list.itemSizeCache.get(list.options.getItemKey(index)) ?? list.options.estimateSize(index);
}

/** Exact for the many rows of one line, so that little is corrected when they come into sight. In pixels, see the style sheets. */
function estimatedHeight(item: ListItem | undefined): number {
  if (item?.kind !== "message") return 40;
  const { body, replyTo, deletedAt } = item.row.message;
  const lines = Math.ceil(body.length / 95) + Math.min(20, body.split("\n").length - 1);
  const text = deletedAt === undefined ? Math.max(1, lines) * 22 : 22;
  return text + (item.isHead ? 34 : 4) + (replyTo === undefined ? 0 : 28);
}
