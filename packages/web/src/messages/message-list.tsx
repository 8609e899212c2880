import type { TimelineRow } from "@parley/client";
import { Suspense } from "react";
import { PinBar } from "../screens.ts";
import { useWords } from "../words/use-words.ts";
import { useStage } from "./conversation-context.ts";
import { JumpButton } from "./jump-button.tsx";
import type { ListItem } from "./list-items.ts";
import styles from "./message-list.module.css";
import { MessageRow } from "./message-row.tsx";
import { RoomStart } from "./room-start.tsx";
import { CollapsedRun, DaySeparator, NewDivider, StickyDay } from "./separators.tsx";
import { type ConversationListOptions, useConversationList } from "./use-conversation-list.ts";
import type { ListVirtualizer } from "./use-message-list.ts";

/** The conversation: a window on the room's messages, of which only those near the screen are in the page. */
export function MessageList(props: ConversationListOptions) {
  const words = useWords();
  const { toLatest, focusComposer } = useStage();
  const { entry, window } = props;
  const { scroller, items, reveal, virtualizer, focus, flashing, isAtEnd, onScrolled } = useConversationList(props);
  const hasPins = entry.state.pins.length > 0;
  const rows = virtualizer.getVirtualItems();
  const isBehind = !isAtEnd || !window.isEnd;
  return (
    <div className={styles.frame} data-pins={hasPins} data-thread={entry.state.room.thread !== undefined}>
      {hasPins && (
        <div className={styles.pins}>
          <Suspense fallback={null}>
            <PinBar entry={entry} />
          </Suspense>
        </div>
      )}
      <TopDay items={items} virtualizer={virtualizer} />
      <div
        ref={scroller}
        className={styles.scroller}
        role="log"
        aria-label={words.messages.title}
        aria-live="off"
        onScroll={onScrolled}
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
          <RoomStart entry={entry} isStart={window.isStart} isNear={rows[0]?.index === 0} />
          {rows.map(({ key, index }) => (
            <div key={key} ref={virtualizer.measureElement} data-index={index} className={styles.slot}>
              <Item item={items[index]} onReveal={reveal} stopKey={focus.stopKey} flashing={flashing} />
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
  onReveal: (rows: readonly TimelineRow[]) => void;
  stopKey: string | undefined;
  flashing: string | null;
}

function Item({ item, onReveal, stopKey, flashing }: ItemProps) {
  if (item === undefined) return null;
  if (item.kind === "day") return <DaySeparator at={item.at} />;
  if (item.kind === "divider") return <NewDivider />;
  if (item.kind === "run") return <CollapsedRun why={item.why} rows={item.rows} onReveal={onReveal} />;
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
