import { type ClientState, shownRoom } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { partnerOf } from "../rooms/room-look.ts";
import { useClientState } from "../use-client-state.ts";

/**
 * Whether to offer reacting here. Where only moderators write, and in slow rooms, everybody may. The server decides by the
 * same rule, and has the last word.
 */
export function mayReact(state: ClientState, roomId: RoomId): boolean {
  const entry = shownRoom(state, roomId);
  if (entry === undefined || entry.state.isRequest) return false;
  if (entry.state.mutedUntil !== null && entry.state.mutedUntil > Date.now()) return false;
  const partner = partnerOf(state, entry);
  return partner === undefined || state.relations.get(partner.id)?.kind !== "blocked";
}

export function useMayReact(roomId: RoomId): boolean {
  return useClientState((state) => mayReact(state, roomId));
}
