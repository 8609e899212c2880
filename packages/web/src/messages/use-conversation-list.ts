import type { RoomEntry, RoomWindow } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { type RefObject, useCallback, useEffect, useImperativeHandle, useRef } from "react";
import { type ListItem, lastSeqOf } from "./list-items.ts";
import { startPxOf } from "./room-start.tsx";
import { useHistory } from "./use-history.ts";
import { type Jump, useFlash, useJump } from "./use-jump.ts";
import { useListItems } from "./use-list-items.ts";
import { useListPosition } from "./use-list-position.ts";
import { type ListVirtualizer, useMessageList } from "./use-message-list.ts";
import { useReadPointer } from "./use-read-pointer.ts";
import { useRowFocus } from "./use-row-focus.ts";
import { useSettling } from "./use-settling.ts";

export interface ListHandle {
  readonly roomId: RoomId;
  toEnd: () => void;
}

export interface ConversationListOptions {
  entry: RoomEntry;
  window: RoomWindow;
  jump: Jump | null;
  onJumped: () => void;
  handle: RefObject<ListHandle | null>;
  isHeld: () => boolean;
}

/** How a room's list behaves: what is in the page, where it stands, what is fetched, what counts as read. */
export function useConversationList({ entry, window, jump, onJumped, handle, isHeld }: ConversationListOptions) {
  const roomId = entry.state.room.id;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<ListVirtualizer | null>(null);
  const { items, reveal } = useListItems(roomId, window);
  const scrollToIndex = useCallback((index: number) => list.current?.scrollToIndex(index, { align: "auto" }), []);
  const focus = useRowFocus({ items, scroller, scrollToIndex });
  const { flashing, flash } = useFlash();
  const { isSettled, unsettle } = useSettling();
  const virtualizer = useMessageList({
    items,
    scroller,
    isEnd: window.isEnd,
    focusIndex: focus.focusIndex,
    isCentred: jump !== null || flashing !== null,
    isSettled,
    startPx: startPxOf(entry),
    hasPins: entry.state.pins.length > 0,
  });
  list.current = virtualizer;
  const { isAtEnd, onScroll, leave } = useListPosition({ virtualizer, items, scroller, unsettle });
  useHistory({ roomId, window, count: items.length, range: virtualizer.range, isSettled });
  const movedAt = useRef(0);
  const visibleSeq = useCallback(() => lastVisibleSeq(virtualizer, items), [virtualizer, items]);
  const look = useReadPointer({ roomId, visibleSeq, isHeld, movedAt });
  const onArrival = useCallback(() => {
    movedAt.current = Date.now();
    leave();
    onJumped();
  }, [leave, onJumped]);
  useJump({ jump, flash, items, virtualizer, unsettle, onJumped: onArrival });
  // biome-ignore lint/correctness/useExhaustiveDependencies: new items may be in sight without a scroll.
  useEffect(look, [look, items]);
  useImperativeHandle(handle, () => ({ roomId, toEnd: () => virtualizer.scrollToEnd() }), [roomId, virtualizer]);
  const onScrolled = () => {
    onScroll();
    look();
  };
  return { scroller, items, reveal, virtualizer, focus, flashing, isAtEnd, onScrolled };
}

function lastVisibleSeq(virtualizer: ListVirtualizer, items: readonly ListItem[]): number {
  const height = virtualizer.scrollRect?.height ?? 0;
  const bottom = (virtualizer.scrollOffset ?? 0) + height + 2;
  let seq = 0;
  for (const { index, start, end } of virtualizer.getVirtualItems()) {
    const isSeen = end <= bottom || (end - start > height && start < bottom - height / 2);
    if (isSeen) seq = Math.max(seq, lastSeqOf(items[index]));
  }
  return seq;
}
