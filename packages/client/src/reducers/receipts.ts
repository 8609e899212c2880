import type { ReadState, Receipt } from "@parley/contract";
import type { RoomEntry } from "../state.ts";
import { type Counting, countUnread } from "../unread.ts";
import type { PersonReducers, RoomReducers } from "./reducer.ts";

export const receiptReducers: RoomReducers<"receipt:moved"> = {
  // A room that is not loaded gets everyone's pointers when it is opened.
  "receipt:moved": (entry, { receipts }) =>
    entry.window ? { ...entry, receipts: withReceipts(entry.receipts, receipts.filter(isOfMember(entry))) } : entry,
};

export const myReceiptReducers: PersonReducers<"receipt:changed"> = {
  "receipt:changed": (state, { rev, ...read }, at) => {
    const entry = state.rooms.get(read.roomId);
    if (!entry) return { ...state, rev };
    return { ...state, rev, rooms: new Map(state.rooms).set(read.roomId, withReadState(entry, read, at)) };
  },
};

/** Pointers are gathered for a moment before they travel: one may come after its member has left. */
function isOfMember({ members, hasMoreMembers }: RoomEntry): (receipt: Receipt) => boolean {
  return ({ userId }) => members === null || hasMoreMembers || members.has(userId);
}

/** Pointers only ever move forwards, so any order of arrival ends in the same place. */
export function withReceipts(known: RoomEntry["receipts"], moved: readonly Receipt[]): RoomEntry["receipts"] {
  const next = new Map(known);
  for (const receipt of moved) {
    const before = next.get(receipt.userId);
    next.set(receipt.userId, {
      userId: receipt.userId,
      readSeq: Math.max(before?.readSeq ?? 0, receipt.readSeq),
      deliveredSeq: Math.max(before?.deliveredSeq ?? 0, receipt.deliveredSeq),
    });
  }
  return next;
}

/** My own pointer. The server's counts hold for `roomRev`; at another rev the window is counted, if it can be. */
export function withReadState(entry: RoomEntry, read: ReadState, at: Counting): RoomEntry {
  const { readSeq, roomRev, unread, mentions } = read;
  const counts =
    (roomRev === entry.state.rev ? null : countUnread(entry, readSeq, at)) ?? ({ unread, mentions } as const);
  return { ...entry, state: { ...entry.state, readSeq, ...counts } };
}
