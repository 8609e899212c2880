import { type ClientState, type RoomEntry, timeline } from "@parley/client";
import { limits } from "@parley/contract";
import { isBlocked } from "../people/blocked.ts";
import { othersIn } from "../people/requests.ts";
import { until } from "../text/time.ts";

/** Why one may not write in a room now, in the server's words, and until when (epoch ms; null: until something changes). */
export interface Silence {
  readonly words: string;
  readonly until: number | null;
}

/** Null when one may write. The server decides; this only spares asking it. */
export function whyNotWrite(state: ClientState, entry: RoomEntry, now: number): Silence | null {
  const { room, role, mutedUntil } = entry.state;
  if (room.kind === "direct") return blockedSilence(state, entry);
  if (mutedUntil !== null && mutedUntil > now) {
    const end = mutedUntil === limits.forGood ? null : mutedUntil;
    return { words: `You are muted in this room${until(end, now)}.`, until: end };
  }
  if (role !== "member") return null;
  if (room.rules.post === "moderators") return { words: "Only moderators write in this room.", until: null };
  return slowSilence(state, entry, now);
}

function blockedSilence(state: ClientState, entry: RoomEntry): Silence | null {
  const [other, ...more] = othersIn(state, entry);
  if (!other || more.length > 0 || !isBlocked(state, other.id)) return null;
  return { words: "You blocked them. Unblock to write.", until: null };
}

/** What is still on its way has been written, too. */
function slowSilence(state: ClientState, entry: RoomEntry, now: number): Silence | null {
  const { id, rules } = entry.state.room;
  if (rules.slowModeMs === 0) return null;
  const rows = timeline(state, id);
  const last = rows.findLast(({ message, status }) => message.senderId === state.me?.id && status !== "failed");
  const end = (last?.message.sentAt ?? 0) + rules.slowModeMs;
  if (end <= now) return null;
  return { words: `This room is slow. You can write again in ${Math.ceil((end - now) / 1_000)} s.`, until: end };
}
