import { type ClientState, type RoomEntry, roomList, threadAt } from "@parley/client";
import { limits, type RoomId } from "@parley/contract";
import { useCallback, useEffect } from "react";
import { useClient } from "../client-context.ts";
import { afterNextPaint } from "../ui/after-next-paint.ts";
import { sameItems, useClientState } from "../use-client-state.ts";

/** Tells the server whose presence is on screen: the open room, the latest private conversations of the list, friends. */
export function useWatchedRooms(
  roomId: RoomId | undefined,
  { threadSeq, friends }: { threadSeq: number; friends: boolean },
): void {
  const client = useClient();
  const watched = useClientState(
    useCallback(
      (state: ClientState) => {
        const direct = roomList(state).filter(isPrivate);
        const ids = new Set(direct.map((entry) => entry.state.room.id).slice(0, limits.watchedRooms - 2));
        if (roomId !== undefined && state.rooms.has(roomId)) ids.add(roomId);
        const thread = roomId && threadSeq > 0 ? threadAt(state, { roomId, seq: threadSeq }) : undefined;
        if (thread) ids.add(thread.state.room.id);
        // Sorted: a new message reorders the list but changes nothing here.
        return [...ids].sort();
      },
      [roomId, threadSeq],
    ),
    sameItems,
  );
  useEffect(() => afterNextPaint(() => client.watch(watched, { friends })), [client, watched, friends]);
}

function isPrivate({ state }: RoomEntry): boolean {
  return state.room.kind === "direct" && !state.isRequest;
}
