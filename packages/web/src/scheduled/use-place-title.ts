import { type ClientState, roomTitle } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { useCallback } from "react";
import { useClientState } from "../use-client-state.ts";

/** What a conversation is called; undefined for one that I am not in any more. */
export function usePlaceTitle(roomId: RoomId): string | undefined {
  return useClientState(
    useCallback(
      (state: ClientState) => {
        const entry = state.rooms.get(roomId);
        return entry && roomTitle(state, entry);
      },
      [roomId],
    ),
  );
}
