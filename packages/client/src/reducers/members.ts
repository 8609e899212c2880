import type { Member, UserId } from "@parley/contract";
import { withoutKey } from "../immutable.ts";
import type { RoomEntry } from "../state.ts";
import { withReceipts, withShownReceipts } from "./receipts.ts";
import type { At, RoomReducers } from "./reducer.ts";

export const memberReducers: RoomReducers<"member:joined" | "member:left" | "member:changed"> = {
  "member:joined": (entry, { rev, member, user }, at) => {
    const next = withMember(entry, member, {
      ...at,
      handleOf: (id) => (id === user.id ? user.handle : at.handleOf(id)),
    });
    // Whoever comes in has nothing to catch up on: what was there counts as read.
    const { lastSeq } = entry.state;
    const receipt = { userId: user.id, readSeq: lastSeq, deliveredSeq: lastSeq };
    const isTold = entry.window !== null && !at.isBlocked(user.id);
    const receipts = isTold ? withReceipts(next.receipts, [receipt]) : next.receipts;
    return counted(withShownReceipts({ ...next, receipts }, at), rev, entry.state.room.memberCount + 1);
  },
  "member:left": (entry, { rev, userId }) =>
    counted(withoutMember(entry, userId), rev, entry.state.room.memberCount - 1),
  "member:changed": (entry, { rev, member }, at) => {
    const next = entry.members?.has(member.userId) ? withMember(entry, member, at) : entry;
    const mine = member.userId === at.meId ? { role: member.role, mutedUntil: member.mutedUntil ?? null } : {};
    return { ...next, state: { ...next.state, rev, ...mine } };
  },
};

function counted(entry: RoomEntry, rev: number, memberCount: number): RoomEntry {
  return { ...entry, state: { ...entry.state, rev, room: { ...entry.state.room, memberCount } } };
}

/** A member added or changed, unless a page of the list that is still to come will tell. */
export function withMember(entry: RoomEntry, member: Member, at: At): RoomEntry {
  const { state } = entry;
  const directIds =
    state.room.kind === "direct" && !state.directIds.includes(member.userId)
      ? [...state.directIds, member.userId].sort()
      : state.directIds;
  const isListed = entry.members !== null && (!entry.hasMoreMembers || isBeforeLast(entry, member.userId, at));
  return {
    ...entry,
    state: directIds === state.directIds ? state : { ...state, directIds },
    members: isListed ? new Map(entry.members).set(member.userId, member) : entry.members,
  };
}

export function withoutMember(entry: RoomEntry, userId: UserId): RoomEntry {
  return {
    ...entry,
    state: { ...entry.state, directIds: entry.state.directIds.filter((id) => id !== userId) },
    members: entry.members && withoutKey(entry.members, userId),
    receipts: withoutKey(entry.receipts, userId),
    typing: withoutKey(entry.typing, userId),
    online: withoutKey(entry.online, userId),
  };
}

/** The handle after which the next page of members begins. */
export function lastHandle(entry: RoomEntry, at: Pick<At, "handleOf">): string {
  let last = "";
  for (const userId of entry.members?.keys() ?? []) {
    const handle = at.handleOf(userId) ?? "";
    if (handle > last) last = handle;
  }
  return last;
}

function isBeforeLast(entry: RoomEntry, userId: UserId, at: At): boolean {
  return (at.handleOf(userId) ?? "\uffff") < lastHandle(entry, at);
}
