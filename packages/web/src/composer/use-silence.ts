import type { RoomState } from "@parley/contract";
import { useEffect, useState } from "react";
import { type Silence, silenceIn } from "../order/silence.ts";

/** What a timer can wait for; a longer silence is looked at again with the next visit. */
const LONGEST_MS = 2 ** 31 - 1;

/** Why I may not write here now; null when I may, also as soon as I may again. */
export function useSilence(state: RoomState): Silence | null {
  const [, setOver] = useState(0);
  const until = state.mutedUntil ?? 0;
  useEffect(() => {
    const left = until - Date.now();
    if (left <= 0 || left > LONGEST_MS) return undefined;
    const timer = setTimeout(() => setOver(until), left + 1);
    return () => clearTimeout(timer);
  }, [until]);
  return silenceIn(state, Date.now());
}
