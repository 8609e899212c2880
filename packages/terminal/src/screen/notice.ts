import type { ClientState, RoomEntry } from "@parley/client";
import { othersIn } from "../people/requests.ts";
import { whyNotWrite } from "../rooms/writing.ts";
import { visible } from "../text/visible.ts";

/** What one should know before writing here: that one may not, or that somebody waits for an answer. */
export function roomNotice(state: ClientState, entry: RoomEntry, now: number): string | null {
  const silence = whyNotWrite(state, entry, now);
  if (silence) return silence.words;
  const [person] = othersIn(state, entry);
  if (!entry.state.isRequest || !person) return null;
  return `You do not know ${visible(person.name)}: /accept or /decline; /block @${visible(person.handle)}`;
}

/** Whether the notice will soon be another one by itself. */
export function isNoticePassing(state: ClientState, entry: RoomEntry, now: number): boolean {
  return (whyNotWrite(state, entry, now)?.until ?? null) !== null;
}
