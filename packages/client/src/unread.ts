import { type EventPair, limits, type Message, type UserId } from "@parley/contract";
import type { RoomEntry } from "./state.ts";
import { messageAt } from "./windows.ts";

export interface UnreadCounts {
  readonly unread: number;
  readonly mentions: number;
}

/** Above the last exact count there is only "more than that". */
const CAPPED = limits.unreadCap + 1;

export function countsAsUnread(message: Message, readSeq: number, meId: UserId | undefined): boolean {
  return message.seq > readSeq && message.senderId !== meId && message.deletedAt === undefined;
}

/** In a direct room every message is meant for me. */
export function mentionsMe(entry: RoomEntry, message: Message, meId: UserId | undefined): boolean {
  if (entry.state.room.kind === "direct") return true;
  return meId !== undefined && message.mentions?.includes(meId) === true;
}

/** The counts with one more message, of which `isMention` says whether it is for me. */
export function plusOne(counts: UnreadCounts, isMention: boolean): UnreadCounts {
  return {
    unread: Math.min(CAPPED, counts.unread + 1),
    mentions: isMention ? Math.min(CAPPED, counts.mentions + 1) : counts.mentions,
  };
}

/** What is unread after `readSeq`, as of the room's rev; null when the window does not tell. */
export function countUnread(entry: RoomEntry, readSeq: number, meId: UserId | undefined): UnreadCounts | null {
  const { window, state } = entry;
  if (readSeq >= state.lastSeq) return { unread: 0, mentions: 0 };
  const first = window?.messages[0];
  if (!window?.isEnd || !first || !(window.isStart || first.seq <= readSeq + 1)) return null;
  let counts: UnreadCounts = { unread: 0, mentions: 0 };
  for (const message of window.messages) {
    if (message.seq <= readSeq || message.seq > state.lastSeq) continue;
    // Fetched ahead of the events: what it was as of the room's rev is not known.
    if (message.rev > state.rev) return null;
    if (countsAsUnread(message, readSeq, meId)) counts = plusOne(counts, mentionsMe(entry, message, meId));
  }
  return counts;
}

/** The message as it was before an event of `rev`, if we have it. */
export function knownBefore(entry: RoomEntry, changed: Message): Message | undefined {
  const last = entry.state.lastMessage;
  const known = messageAt(entry.window, changed.seq) ?? (last?.seq === changed.seq ? last : undefined);
  return known && known.rev < changed.rev ? known : undefined;
}

/** Whether the counts cannot be told after this event from what we hold, so that the server must be asked. */
export function leavesCountsUnsure(entry: RoomEntry, [name, payload]: EventPair, meId: UserId | undefined): boolean {
  const { state } = entry;
  if (name === "receipt:changed") {
    return payload.roomRev !== state.rev && countUnread(entry, payload.readSeq, meId) === null;
  }
  if (name !== "message:edited" && name !== "message:deleted") return false;
  if (payload.seq <= state.readSeq || payload.senderId === meId) return false;
  if (name === "message:deleted" && state.unread >= CAPPED) return true;
  if (state.room.kind === "direct" || knownBefore(entry, payload)) return false;
  return state.mentions > 0 || mentionsMe(entry, payload, meId);
}
