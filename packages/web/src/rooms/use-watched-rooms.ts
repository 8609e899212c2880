import { type ClientState, type RoomEntry, roomList } from "@parley/client";
import { limits, type RoomId } from "@parley/contract";
import { useCallback, useEffect } from "react";
import { useClient } from "../client-context.ts";
import { sameItems, useClientState } from "../use-client-state.ts";

/** Tells the server whose presence is on screen: the open room, the latest private conversations of the list, friends. */
export function useWatchedRooms(roomId: RoomId | undefined, friends: boolean): void {
  const client = useClient();
  const watched = useClientState(
    useCallback(
      (state: ClientState) => {
        const direct = roomList(state).filter(isPrivate);
        const ids = new Set(direct.map((entry) => entry.state.room.id).slice(0, limits.watchedRooms - 1));
        if (roomId !== undefined && state.rooms.has(roomId)) ids.add(roomId);
        // Sorted: a new message reorders the list but changes nothing here.
        return [...ids].sort();
      },
      [roomId],
    ),
    sameItems,
  );
  useEffect(() => client.watch(watched, { friends }), [client, watched, friends]);
}

function isPrivate({ state }: RoomEntry): boolean {
  return state.room.kind === "direct" && !state.isRequest;
}
