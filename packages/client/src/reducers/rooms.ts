import { emptyEntry } from "../state.ts";
import type { PersonReducers, RoomReducers } from "./reducer.ts";
import { withPeople } from "./users.ts";

export const roomReducers: RoomReducers<"room:changed"> = {
  "room:changed": (entry, { rev, room }) => ({ ...entry, state: { ...entry.state, rev, room } }),
};

export const myRoomReducers: PersonReducers<"room:entered" | "room:departed"> = {
  "room:entered": (state, { rev, state: room, people }) => {
    const known = state.rooms.get(room.room.id);
    // A request's answer may have brought the room already, and its events moved it on.
    const entry = known && known.state.rev >= room.rev ? known : emptyEntry(room);
    return { ...withPeople(state, people), rev, rooms: new Map(state.rooms).set(room.room.id, entry) };
  },
  "room:departed": (state, { rev, roomId }) => {
    const rooms = new Map(state.rooms);
    rooms.delete(roomId);
    return { ...state, rev, rooms };
  },
};
