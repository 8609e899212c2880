import type { PersonReducers } from "./reducer.ts";

export const draftReducers: PersonReducers<"draft:changed"> = {
  "draft:changed": (state, { rev, roomId, draft }) => {
    const entry = state.rooms.get(roomId);
    if (!entry) return { ...state, rev };
    const next = { ...entry, state: { ...entry.state, draft } };
    return { ...state, rev, rooms: new Map(state.rooms).set(roomId, next) };
  },
};
