import type { RoomState } from "@parley/contract";
import { withoutCleared } from "../cleared.ts";
import { withKey } from "../immutable.ts";
import { type ClientState, emptyEntry } from "../state.ts";
import { withShownReceipts } from "./receipts.ts";
import type { PersonReducers, RoomReducers } from "./reducer.ts";
import { withoutThreadsOf } from "./threads.ts";
import { withPeople } from "./users.ts";

export const roomReducers: RoomReducers<"room:changed"> = {
  "room:changed": (entry, { rev, room }) => ({ ...entry, state: { ...entry.state, rev, room } }),
};

export const myRoomReducers: PersonReducers<
  "room:entered" | "room:departed" | "room:accepted" | "room:cleared" | "room:preferred"
> = {
  "room:entered": (state, { rev, state: room, people }) => {
    const known = state.rooms.get(room.room.id);
    // A request's answer may have brought the room already, and its events moved it on.
    const entry = known && known.state.rev >= room.rev ? known : emptyEntry(room);
    return { ...withPeople(state, people), rev, rooms: new Map(state.rooms).set(room.room.id, entry) };
  },
  "room:departed": (state, { rev, roomId }) => {
    const rooms = new Map(withoutThreadsOf(state.rooms, roomId));
    rooms.delete(roomId);
    return { ...state, rev, rooms };
  },
  "room:accepted": (state, { rev, state: room }) => ({ ...withMyRoom(state, room), rev }),
  "room:cleared": (state, { rev, state: room }) => {
    const rooms = withoutThreadsOf(state.rooms, room.room.id, room.clearedSeq);
    return { ...withMyRoom({ ...state, rooms }, room), rev };
  },
  "room:preferred": (state, { rev, roomId, preferences }, at) => {
    const entry = state.rooms.get(roomId);
    if (!entry) return { ...state, rev };
    const changed = withShownReceipts({ ...entry, state: { ...entry.state, preferences } }, at);
    return { ...state, rev, rooms: withKey(state.rooms, roomId, changed) };
  },
};

/** What is mine of a room is taken at once; what is as of its rev only if it is not ahead of what was missed. */
function withMyRoom(state: ClientState, room: RoomState): ClientState {
  const known = state.rooms.get(room.room.id);
  if (!known) return state;
  const { isRequest, clearedSeq } = room;
  const next = known.state.rev === room.rev ? room : { ...known.state, isRequest, clearedSeq };
  return { ...state, rooms: withKey(state.rooms, room.room.id, withoutCleared({ ...known, state: next })) };
}
