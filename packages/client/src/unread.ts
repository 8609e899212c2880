import { type EventPair, limits, type Message, type RoomState, type UserId } from "@parley/contract";
import type { ClientState, RoomEntry } from "./state.ts";
import { messageAt } from "./windows.ts";

export interface UnreadCounts {
  readonly unread: number;
  readonly mentions: number;
}

/** Above the last exact count there is only "more than that". */
const CAPPED = limits.unreadCap + 1;

/** Who counts: my own messages do not, nor those of people whom I blocked. */
export interface Counting {
  readonly meId: UserId | undefined;
  isBlocked(userId: UserId): boolean;
}

export function countingOf(state: ClientState): Counting {
  return { meId: state.me?.id, isBlocked: (userId) => state.relations.get(userId)?.kind === "blocked" };
}

/** Up to here nothing counts: it was read, or I cleared it away. */
export function countedFrom({ readSeq, clearedSeq }: Pick<RoomState, "readSeq" | "clearedSeq">): number {
  return Math.max(readSeq, clearedSeq);
}

/** In a stranger's request nothing counts, nor in a thread that I do not follow. */
function isQuiet({ isRequest, isFollowed }: RoomState): boolean {
  return isRequest || isFollowed === false;
}

/** Whether a message at its place counts, unless it is deleted. */
export function countsHere(state: RoomState, message: Message, by: Counting): boolean {
  const isNew = !isQuiet(state) && message.seq > countedFrom(state);
  return isNew && message.senderId !== by.meId && !by.isBlocked(message.senderId);
}

export function countsAsUnread(state: RoomState, message: Message, by: Counting): boolean {
  return message.deletedAt === undefined && countsHere(state, message, by);
}

/** In a direct room every message is meant for me; one that calls everyone is, too. */
export function mentionsMe(entry: RoomEntry, message: Message, meId: UserId | undefined): boolean {
  if (entry.state.room.kind === "direct") return true;
  return message.mentionsAll === true || (meId !== undefined && message.mentions?.includes(meId) === true);
}

/** The counts with one more message, of which `isMention` says whether it is for me. */
export function plusOne(counts: UnreadCounts, isMention: boolean): UnreadCounts {
  return {
    unread: Math.min(CAPPED, counts.unread + 1),
    mentions: isMention ? Math.min(CAPPED, counts.mentions + 1) : counts.mentions,
  };
}

/** What is unread after `readSeq`, as of the room's rev; null when the window does not tell. */
export function countUnread(entry: RoomEntry, readSeq: number, by: Counting): UnreadCounts | null {
  const { window, state } = entry;
  const from = { ...state, readSeq };
  const seq = countedFrom(from);
  if (seq >= state.lastSeq || isQuiet(state)) return { unread: 0, mentions: 0 };
  const first = window?.messages[0];
  if (!window?.isEnd || !first || !(window.isStart || first.seq <= seq + 1)) return null;
  let counts: UnreadCounts = { unread: 0, mentions: 0 };
  for (const message of window.messages) {
    if (message.seq <= seq || message.seq > state.lastSeq) continue;
    // Fetched ahead of the events: what it was as of the room's rev is not known.
    if (message.rev > state.rev) return null;
    if (countsAsUnread(from, message, by)) counts = plusOne(counts, mentionsMe(entry, message, by.meId));
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
export function leavesCountsUnsure(entry: RoomEntry, [name, payload]: EventPair, by: Counting): boolean {
  const { state } = entry;
  if (name === "room:accepted" || name === "room:cleared") return payload.state.rev !== state.rev;
  if (name === "receipt:changed") {
    return payload.roomRev !== state.rev && countUnread(entry, payload.readSeq, by) === null;
  }
  if (name !== "message:edited" && name !== "message:deleted") return false;
  if (!countsHere(state, payload, by)) return false;
  if (name === "message:deleted" && state.unread >= CAPPED) return true;
  const before = knownBefore(entry, payload);
  // Past its time it was shown as a tombstone before it became one: who it called, and whether it counted, is not known.
  if (before?.deletedAt !== undefined) return true;
  if (state.room.kind === "direct" || before) return false;
  return state.mentions > 0 || mentionsMe(entry, payload, by.meId);
}
