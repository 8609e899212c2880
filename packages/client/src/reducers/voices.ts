import type { RoomId } from "@parley/contract";
import { withKey } from "../immutable.ts";
import type { ClientState } from "../state.ts";
import { type Own, withOwn } from "../windows.ts";
import type { PersonReducers } from "./reducer.ts";

const owned = (state: ClientState, { rev, roomId, ...own }: Own & { rev: number; roomId: RoomId }) =>
  withOwnIn({ ...state, rev }, roomId, own);

export const voiceReducers: PersonReducers<"voice:played" | "poll:voted"> = {
  "voice:played": owned,
  "poll:voted": owned,
};

/** The state after I played something in a room, or voted there. */
export function withOwnIn(state: ClientState, roomId: RoomId, own: Own): ClientState {
  const entry = state.rooms.get(roomId);
  const window = entry?.window && withOwn(entry.window, [own]);
  if (!window || window === entry.window) return state;
  return { ...state, rooms: withKey(state.rooms, roomId, { ...entry, window }) };
}
