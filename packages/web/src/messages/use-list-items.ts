import { type ClientState, type RoomWindow, timeline } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { useCallback, useMemo, useRef } from "react";
import { useClientState } from "../use-client-state.ts";
import { type ListItem, listItems } from "./list-items.ts";

/** The items of a room's list, the same array as long as nothing in it changed. */
export function useListItems(roomId: RoomId, window: RoomWindow): readonly ListItem[] {
  const rows = useClientState(useCallback((state: ClientState) => timeline(state, roomId), [roomId]));
  const kept = useRef(new Set<string>());
  const { dividerSeq, isStart } = window;
  return useMemo(() => {
    const top = rows[0];
    if (top !== undefined && !isStart) kept.current.add(top.key);
    return listItems({ rows, dividerSeq, isStart, kept: kept.current });
  }, [rows, dividerSeq, isStart]);
}
