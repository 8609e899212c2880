import type { ReadState, Receipt, UserId } from "@parley/contract";
import { withKey } from "../immutable.ts";
import type { ClientState, RoomEntry } from "../state.ts";
import { type Counting, countUnread } from "../unread.ts";
import type { At, PersonReducers, RoomReducers } from "./reducer.ts";

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

/** Whether I show my receipts in a room, and so am shown those of others. */
export function showsReceipts({ state }: RoomEntry, at: Pick<At, "showsReceipts">): boolean {
  return state.preferences.receipts ?? at.showsReceipts;
}

/** The room without how far others have read, if that is not for me: they reached it at most, as the server says then. */
export function withShownReceipts(entry: RoomEntry, at: Pick<At, "meId" | "showsReceipts">): RoomEntry {
  if (showsReceipts(entry, at)) return entry;
  const isKept = (receipt: Receipt) => receipt.userId === at.meId || receipt.readSeq === 0;
  if ([...entry.receipts.values()].every(isKept)) return entry;
  const receipts = new Map<UserId, Receipt>();
  for (const [userId, receipt] of entry.receipts)
    receipts.set(userId, isKept(receipt) ? receipt : { ...receipt, readSeq: 0 });
  return { ...entry, receipts };
}

/** The same of all rooms. */
export function withShownReceiptsIn(rooms: ClientState["rooms"], at: Pick<At, "meId" | "showsReceipts">) {
  let next = rooms;
  for (const [roomId, entry] of rooms) next = withKey(next, roomId, withShownReceipts(entry, at));
  return next;
}

/** My own pointer. The server's counts hold for `roomRev`; at another rev the window is counted, if it can be. */
export function withReadState(entry: RoomEntry, read: ReadState, at: Counting): RoomEntry {
  const { readSeq, roomRev, unread, mentions } = read;
  const counts =
    (roomRev === entry.state.rev ? null : countUnread(entry, readSeq, at)) ?? ({ unread, mentions } as const);
  return { ...entry, state: { ...entry.state, readSeq, ...counts } };
}
