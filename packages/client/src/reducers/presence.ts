import { type Availability, limits, type Present, type UserId } from "@parley/contract";
import type { PersonReducers, RoomReducers } from "./reducer.ts";

export const presenceReducers: RoomReducers<"presence:changed" | "typing:changed"> = {
  "presence:changed": (entry, change) => {
    const online = withPresent(entry.online, change);
    // Watching one more room makes the server tell everything of all of them: mostly what is known.
    return online === entry.online ? entry : { ...entry, online };
  },
  "typing:changed": (entry, { started, stopped }, at) => {
    const next = new Map(entry.typing);
    for (const userId of started) next.set(userId, at.now + limits.typingMs);
    for (const userId of stopped) next.delete(userId);
    return { ...entry, typing: next };
  },
};

export const friendPresenceReducers: PersonReducers<"presence:friends-changed"> = {
  "presence:friends-changed": (state, change) => ({
    ...state,
    friendPresence: withPresent(state.friendPresence, change),
  }),
};

/** Who is here, after a change; whoever is offline is not in it. */
function withPresent(
  known: ReadonlyMap<UserId, Availability>,
  { people, isWhole }: { people: readonly Present[]; isWhole: boolean },
): ReadonlyMap<UserId, Availability> {
  const next = new Map(isWhole ? [] : known);
  for (const { userId, availability } of people) {
    if (availability === "offline") next.delete(userId);
    else next.set(userId, availability);
  }
  const isKnown = next.size === known.size && [...next].every(([userId, is]) => known.get(userId) === is);
  return isKnown ? known : next;
}
