import type { RoomEntry, RoomWindow } from "@parley/client";
import { type RefObject, useCallback, useEffect, useImperativeHandle, useRef } from "react";
import { useWords } from "../words/use-words.ts";
import { useConversation } from "./conversation-context.ts";
import { JumpButton } from "./jump-button.tsx";
import type { ListItem } from "./list-items.ts";
import styles from "./message-list.module.css";
import { MessageRow } from "./message-row.tsx";
import { RoomStart } from "./room-start.tsx";
import { DaySeparator, NewDivider, StickyDay } from "./separators.tsx";
import { useHistory } from "./use-history.ts";
import { type Jump, useJump } from "./use-jump.ts";
import { useListItems } from "./use-list-items.ts";
import { useListPosition } from "./use-list-position.ts";
import { type ListVirtualizer, useMessageList } from "./use-message-list.ts";
import { useReadPointer } from "./use-read-pointer.ts";
import { useRowFocus } from "./use-row-focus.ts";
import { useSettling } from "./use-settling.ts";

export interface ListHandle {
  toEnd: () => void;
}

export interface MessageListProps {
  entry: RoomEntry;
  window: RoomWindow;
  jump: Jump | null;
  onJumped: () => void;
  handle: RefObject<ListHandle | null>;
  isHeld: RefObject<boolean>;
}

/** The conversation: a window on the room's messages, of which only those near the screen are in the page. */
export function MessageList({ entry, window, jump, onJumped, handle, isHeld }: MessageListProps) {
  const words = useWords();
  const { toLatest, focusComposer } = useConversation();
  const roomId = entry.state.room.id;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<ListVirtualizer | null>(null);
  const items = useListItems(roomId, window);
  const scrollToIndex = useCallback((index: number) => list.current?.scrollToIndex(index, { align: "auto" }), []);
  const focus = useRowFocus({ items, scroller, scrollToIndex });
  const virtualizer = useMessageList({ items, scroller, isEnd: window.isEnd, focusIndex: focus.focusIndex });
  list.current = virtualizer;
  const { isSettled, unsettle } = useSettling();
  const { isAtEnd, onScroll } = useListPosition({ virtualizer, items, scroller, unsettle });
  useHistory({ roomId, window, count: items.length, range: virtualizer.range, isSettled });
  const movedAt = useRef(0);
  const visibleSeq = useCallback(() => lastVisibleSeq(virtualizer, items), [virtualizer, items]);
  const look = useReadPointer({ roomId, visibleSeq, isHeld, movedAt });
  const flashing = useJump({
    jump,
    items,
    virtualizer,
    unsettle,
    onJumped: useCallback(() => {
      movedAt.current = Date.now();
      onJumped();
    }, [onJumped]),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: new items may be in sight without a scroll.
  useEffect(look, [look, items]);
  useImperativeHandle(handle, () => ({ toEnd: () => virtualizer.scrollToEnd() }), [virtualizer]);
  const isBehind = !isAtEnd || !window.isEnd;
  return (
    <div className={styles.frame}>
      <TopDay items={items} virtualizer={virtualizer} />
      <div
        ref={scroller}
        className={styles.scroller}
        role="log"
        aria-label={words.messages.title}
        aria-live="off"
        onScroll={() => {
          onScroll();
          look();
        }}
        onFocus={focus.onFocus}
        onBlur={focus.onBlur}
        onKeyDown={(event) => {
          focus.onKeyDown(event);
          if (event.key === "Escape" && !event.defaultPrevented) {
            event.preventDefault();
            focusComposer();
          }
        }}
      >
        <div ref={virtualizer.containerRef} className={styles.rows}>
          <RoomStart entry={entry} isStart={window.isStart} />
          {virtualizer.getVirtualItems().map(({ key, index }) => (
            <div key={key} ref={virtualizer.measureElement} data-index={index} className={styles.slot}>
              <Item item={items[index]} stopKey={focus.stopKey} flashing={flashing} />
            </div>
          ))}
        </div>
      </div>
      {isBehind && <JumpButton unread={entry.state.unread} onPress={toLatest} />}
    </div>
  );
}

interface ItemProps {
  item: ListItem | undefined;
  stopKey: string | undefined;
  flashing: string | null;
}

function Item({ item, stopKey, flashing }: ItemProps) {
  if (item === undefined) return null;
  if (item.kind === "day") return <DaySeparator at={item.at} />;
  if (item.kind === "divider") return <NewDivider />;
  const { key, row, isHead } = item;
  return <MessageRow row={row} isHead={isHead} isTabStop={key === stopKey} isFlashing={key === flashing} />;
}

/** The day of the topmost message; nothing where that day's own separator is in sight. */
function TopDay({ items, virtualizer }: { items: readonly ListItem[]; virtualizer: ListVirtualizer }) {
  const first = items[virtualizer.range?.startIndex ?? 0];
  const isAtTop = (virtualizer.scrollOffset ?? 0) < 80;
  if (first?.kind !== "message" || isAtTop) return null;
  return <StickyDay at={first.row.message.sentAt} />;
}

function lastVisibleSeq(virtualizer: ListVirtualizer, items: readonly ListItem[]): number {
  const bottom = (virtualizer.scrollOffset ?? 0) + (virtualizer.scrollRect?.height ?? 0) + 2;
  const height = virtualizer.scrollRect?.height ?? 0;
  let seq = 0;
  for (const { index, start, end } of virtualizer.getVirtualItems()) {
    const item = items[index];
    const isSeen = end <= bottom || (end - start > height && start < bottom - height / 2);
    if (item?.kind === "message" && isSeen) seq = Math.max(seq, item.row.message.seq);
  }
  return seq;
}
