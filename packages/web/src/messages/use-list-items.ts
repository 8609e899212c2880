import { type ClientState, type RoomWindow, type TimelineRow, timeline } from "@parley/client";
import { hasDisappeared, type RoomId, type UserId } from "@parley/contract";
import { useCallback, useMemo, useRef, useState } from "react";
import { useBlocked } from "../people/use-blocked.ts";
import { useClientState } from "../use-client-state.ts";
import { type Collapse, type ListItem, listItems } from "./list-items.ts";

export interface ListContent {
  /** The same array as long as nothing in it changed. */
  items: readonly ListItem[];
  /** Shows rows of whom I blocked, until the room is left. */
  reveal: (rows: readonly TimelineRow[]) => void;
}

/** The items of a room's list. */
export function useListItems(roomId: RoomId, window: RoomWindow): ListContent {
  const rows = useClientState(useCallback((state: ClientState) => timeline(state, roomId), [roomId]));
  const kept = useRef(new Set<string>());
  const { collapse, reveal } = useCollapse();
  const { dividerSeq, isStart } = window;
  const items = useMemo(() => {
    const top = rows[0];
    if (top !== undefined && !isStart) kept.current.add(top.key);
    return listItems({ rows, dividerSeq, isStart, kept: kept.current, collapse });
  }, [rows, dividerSeq, isStart, collapse]);
  return { items, reveal };
}

const none: ReadonlySet<string> = new Set();

/** What has disappeared is one line, and so is what people wrote whom I blocked, until I ask to see it. */
function useCollapse() {
  const blocked = useBlocked();
  const [revealed, setRevealed] = useState(none);
  const reveal = useCallback(
    (rows: readonly TimelineRow[]) => setRevealed((before) => new Set([...before, ...rows.map(({ key }) => key)])),
    [],
  );
  const collapse = useMemo(() => {
    const hidden = new Set<UserId>(blocked);
    return (row: TimelineRow): Collapse | null => {
      if (hasDisappeared(row.message)) return "disappeared";
      const { senderId, forwardedFrom } = row.message;
      const isHidden = hidden.has(senderId) || (forwardedFrom && hidden.has(forwardedFrom));
      return isHidden && !revealed.has(row.key) ? "blocked" : null;
    };
  }, [blocked, revealed]);
  return { collapse, reveal };
}
