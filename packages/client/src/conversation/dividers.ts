import type { RoomEntry } from "../state.ts";
import { type Counting, countedFrom, countsAsUnread } from "../unread.ts";
import { messageAt } from "../windows.ts";

/** The first unread message: where "New messages" stands. Null when there is none. */
export function firstUnread(entry: RoomEntry, by: Counting): number | null {
  const { window, state } = entry;
  if (!window || state.unread === 0) return null;
  const first = window.messages[0];
  const next = countedFrom(state) + 1;
  if (!first || first.seq > next) return next;
  return window.messages.find((message) => countsAsUnread(state, message, by))?.seq ?? null;
}

/** Whether the window shows what the room is opened for. */
export function shows(entry: RoomEntry | undefined, at: "latest" | "unread"): boolean {
  if (!entry?.window) return false;
  const { window, state } = entry;
  if (at === "unread" && state.unread > 0) return messageAt(window, countedFrom(state) + 1) !== undefined;
  return window.isEnd;
}
