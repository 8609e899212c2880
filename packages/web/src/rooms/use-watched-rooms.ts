import { type ClientState, roomList } from "@parley/client";
import { limits, type RoomId } from "@parley/contract";
import { useCallback, useEffect } from "react";
import { useClient } from "../client-context.ts";
import { sameItems, useClientState } from "../use-client-state.ts";

/** Tells the server whose presence is on screen: the open room, and the latest private conversations of the list. */
export function useWatchedRooms(roomId: RoomId | undefined): void {
  const client = useClient();
  const watched = useClientState(
    useCallback(
      (state: ClientState) => {
        const direct = roomList(state).filter((entry) => entry.state.room.kind === "direct");
        const ids = new Set(direct.map((entry) => entry.state.room.id).slice(0, limits.watchedRooms - 1));
        if (roomId !== undefined && state.rooms.has(roomId)) ids.add(roomId);
        // Sorted: a new message reorders the list but changes nothing here.
        return [...ids].sort();
      },
      [roomId],
    ),
    sameItems,
  );
  useEffect(() => client.watch(watched), [client, watched]);
}
