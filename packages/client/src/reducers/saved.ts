import { withKey } from "../immutable.ts";
import type { PersonReducers } from "./reducer.ts";

export const savedReducers: PersonReducers<"saved:changed"> = {
  "saved:changed": (state, { rev, roomId, seq, isSaved }) => {
    const entry = state.rooms.get(roomId);
    if (!entry) return { ...state, rev };
    const others = entry.state.saved.filter((one) => one !== seq);
    const saved = isSaved ? [...others, seq].sort((one, other) => one - other) : others;
    const next = { ...entry, state: { ...entry.state, saved } };
    return { ...state, rev, rooms: withKey(state.rooms, roomId, next) };
  },
};
