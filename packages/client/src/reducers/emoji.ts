import { withKey, withoutKey } from "../immutable.ts";
import type { PersonReducers } from "./reducer.ts";

export const emojiReducers: PersonReducers<"emoji:changed" | "sticker:changed"> = {
  "emoji:changed": (state, { name, emoji }) => ({
    ...state,
    emoji: emoji ? withKey(state.emoji, name, emoji) : withoutKey(state.emoji, name),
  }),
  "sticker:changed": (state, { rev }) => ({ ...state, stickersRev: Math.max(state.stickersRev, rev) }),
};
