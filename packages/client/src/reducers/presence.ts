import { limits } from "@parley/contract";
import type { RoomReducers } from "./reducer.ts";

export const presenceReducers: RoomReducers<"presence:changed" | "typing:changed"> = {
  "presence:changed": (entry, { online, offline, isWhole }) => {
    const next = new Set(isWhole ? online : [...entry.online, ...online]);
    for (const userId of offline) next.delete(userId);
    // Watching one more room makes the server tell everything of all of them: mostly what is known.
    const isKnown = next.size === entry.online.size && [...next].every((userId) => entry.online.has(userId));
    return isKnown ? entry : { ...entry, online: next };
  },
  "typing:changed": (entry, { started, stopped }, at) => {
    const next = new Map(entry.typing);
    for (const userId of started) next.set(userId, at.now + limits.typingMs);
    for (const userId of stopped) next.delete(userId);
    return { ...entry, typing: next };
  },
};
