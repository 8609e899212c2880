import type { Message } from "@parley/contract";
import { isCleared } from "../cleared.ts";
import { withoutKey } from "../immutable.ts";
import type { RoomEntry } from "../state.ts";
import { countsAsUnread, countsHere, knownBefore, mentionsMe, plusOne } from "../unread.ts";
import { withTold } from "../windows.ts";
import type { RoomReducers } from "./reducer.ts";

export const messageReducers: RoomReducers<
  "message:sent" | "message:edited" | "message:deleted" | "message:pinned" | "message:previewed" | "poll:closed"
> = {
  "message:sent": (entry, message, at) => {
    const { state } = entry;
    const counts = countsAsUnread(state, message, at)
      ? plusOne(state, mentionsMe(entry, message, at.meId))
      : { unread: state.unread, mentions: state.mentions };
    const lastSeq = Math.max(state.lastSeq, message.seq);
    const isLast = message.seq === lastSeq && !isCleared(entry, message);
    const next = placed(entry, message);
    return {
      ...next,
      state: { ...next.state, ...counts, lastSeq, lastMessage: isLast ? message : state.lastMessage },
      typing: withoutKey(entry.typing, message.senderId),
    };
  },

  "message:edited": (entry, message, at) => {
    const next = placed(entry, message);
    if (!countsAsUnread(entry.state, message, at)) return next;
    const before = knownBefore(entry, message);
    if (!before) return next;
    const change = Number(mentionsMe(entry, message, at.meId)) - Number(mentionsMe(entry, before, at.meId));
    return withCounts(next, 0, change);
  },

  "message:deleted": (entry, message, at) => {
    const next = withoutSaved(withoutPin(placed(entry, message), message.seq), message.seq);
    if (!countsHere(entry.state, message, at)) return next;
    const before = knownBefore(entry, message) ?? message;
    return withCounts(next, -1, mentionsMe(entry, before, at.meId) ? -1 : 0);
  },

  "message:previewed": placed,

  "poll:closed": placed,

  "message:pinned": (entry, message) => {
    const next = withoutPin(placed(entry, message), message.seq);
    if (message.pinnedAt === undefined || isCleared(entry, message)) return next;
    return { ...next, state: { ...next.state, pins: [...next.state.pins, message.seq] } };
  },
};

/** The message's newest state wherever the room shows it, and the room's rev moved on. */
function placed(entry: RoomEntry, message: Message): RoomEntry {
  const { state, window, quotes } = entry;
  if (isCleared(entry, message)) return { ...entry, state: { ...state, rev: message.rev } };
  const isLast = state.lastMessage?.seq === message.seq;
  return {
    ...entry,
    state: { ...state, rev: message.rev, lastMessage: isLast ? message : state.lastMessage },
    window: window && withTold(window, message),
    quotes: quotes.has(message.seq) ? new Map(quotes).set(message.seq, message) : quotes,
  };
}

function withoutPin(entry: RoomEntry, seq: number): RoomEntry {
  const { state } = entry;
  if (!state.pins.includes(seq)) return entry;
  return { ...entry, state: { ...state, pins: state.pins.filter((pin) => pin !== seq) } };
}

function withoutSaved(entry: RoomEntry, seq: number): RoomEntry {
  const { state } = entry;
  if (!state.saved.includes(seq)) return entry;
  return { ...entry, state: { ...state, saved: state.saved.filter((one) => one !== seq) } };
}

function withCounts(entry: RoomEntry, unread: number, mentions: number): RoomEntry {
  const { state } = entry;
  return {
    ...entry,
    state: {
      ...state,
      unread: Math.max(0, state.unread + unread),
      mentions: Math.max(0, state.mentions + mentions),
    },
  };
}
