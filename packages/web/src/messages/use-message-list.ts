import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useRef } from "react";
import { filesHeight } from "../files/album-layout.ts";
import { LINK_PLACE_PX } from "../links/link-place.tsx";
import { hasThread, type ListItem } from "./list-items.ts";

export type ListVirtualizer = Virtualizer<HTMLDivElement, Element>;

/** How near to the end counts as being there. */
export const END_PX = 48;

const END_PADDING_PX = 8;
/** Clear of the day that hangs at the top. */
const BELOW_DAY_PX = 48;
/** The bar of pins over the list, where there are any (message-list.module.css). */
const PINS_PX = 44;
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
  /** The bar of pins lies over the top of the list. */
  hasPins: boolean;
  /** What is kept free above the first row. */
  startPx: number;
}

/** Only what is near the screen is in the page; what is on the screen stays where it is while the rest comes and goes. */
export function useMessageList(options: MessageListOptions) {
  const { items, scroller, isEnd, focusIndex, isCentred, isSettled, hasPins, startPx } = options;
  const coveredPx = BELOW_DAY_PX + (hasPins ? PINS_PX : 0);
  const expected = useRef(new Map<string, number>()).current;
  return useVirtualizer<HTMLDivElement, Element>({
    count: items.length,
    getScrollElement: () => scroller.current,
    getItemKey: useCallback((index: number) => items[index]?.key ?? index, [items]),
    estimateSize: (index) => expectedOnce(expected, items[index]),
    rangeExtractor: useCallback(
      (range: Range) => {
        const indexes = defaultRangeExtractor(range);
        if (focusIndex < 0 || indexes.includes(focusIndex)) return indexes;
        return [...indexes, focusIndex].sort((a, b) => a - b);
      },
      [focusIndex],
    ),
    paddingStart: startPx,
    paddingEnd: END_PADDING_PX,
    scrollPaddingStart: isCentred ? 0 : coveredPx,
    initialRect: { width: 0, height: expectedHeight() },
    initialOffset: () => entryOffset(items, { coveredPx, startPx }),
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
function entryOffset(
  items: readonly ListItem[],
  { coveredPx, startPx }: { coveredPx: number; startPx: number },
): number {
  let place = startPx;
  let divider = Number.POSITIVE_INFINITY;
  for (const item of items) {
    if (item.kind === "divider") divider = place - coveredPx;
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

/**
 * What a row was first taken for holds until it is measured: if it grew unseen with its preview, its thread or its next
 * edit, everything below would move, and nobody would have scrolled.
 */
function expectedOnce(expected: Map<string, number>, item: ListItem | undefined): number {
  if (item === undefined) return estimatedHeight(item);
  const known = expected.get(item.key) ?? estimatedHeight(item);
  expected.set(item.key, known);
  return known;
}

/** Exact for the many rows of one line, so that little is corrected when they come into sight. In pixels, see the style sheets. */
function estimatedHeight(item: ListItem | undefined): number {
  if (item?.kind !== "message") return 40;
  const { body, replyTo, deletedAt, files, forwardedFrom, preview } = item.row.message;
  const lines = Math.ceil(body.length / 95) + Math.min(20, body.split("\n").length - 1);
  const text = deletedAt === undefined ? Math.max(1, lines) * 22 : 22;
  const shown = files === undefined ? text : filesHeight(files) + (body === "" ? 0 : text);
  const around = (replyTo === undefined ? 0 : 28) + (forwardedFrom === undefined ? 0 : 19);
  return (
    shown +
    (hasThread(item.row) ? 36 : 0) +
    (item.isHead ? 34 : 4) +
    around +
    (preview === undefined ? 0 : LINK_PLACE_PX)
  );
}
