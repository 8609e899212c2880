import type { RoomState } from "@parley/contract";
import { mayDo } from "../rooms/permitted.ts";

/** Why I may not write in a room now. `until` is null for good. */
export type Silence = { why: "announcement" } | { why: "muted"; until: number };

/** Null when I may write. Moderators write in announcement rooms; muted is muted for everybody. */
export function silenceIn(state: RoomState, now: number): Silence | null {
  if (state.mutedUntil !== null && state.mutedUntil > now) return { why: "muted", until: state.mutedUntil };
  return mayDo("post", state) ? null : { why: "announcement" };
}
