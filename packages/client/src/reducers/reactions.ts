import { isCleared } from "../cleared.ts";
import { withMark } from "../reactions.ts";
import type { RoomEntry } from "../state.ts";
import { withChange } from "../windows.ts";
import type { RoomReducer, RoomReducers } from "./reducer.ts";

const changed: RoomReducer<"reaction:changed" | "poll:changed"> = (entry, change, at) => {
  const { state, window } = entry;
  const moved: RoomEntry = { ...entry, state: { ...state, rev: change.rev } };
  if (isCleared(entry, change)) return moved;
  const { lastMessage } = state;
  const isLast = lastMessage?.seq === change.seq;
  return {
    ...moved,
    // Lists of rooms show neither reactions nor votes.
    state: isLast ? { ...moved.state, lastMessage: { ...lastMessage, rev: change.rev } } : moved.state,
    window: window && withChange(window, change, (message) => withMark(message, change, at.meId)),
  };
};

export const reactionReducers: RoomReducers<"reaction:changed" | "poll:changed"> = {
  "reaction:changed": changed,
  "poll:changed": changed,
};
