import type {
  Member,
  Message,
  MessageId,
  RoomChanges,
  RoomId,
  RoomState,
  RoomView,
  Snapshot,
  UserId,
} from "@parley/contract";
import { withoutCleared } from "../cleared.ts";
import { withKey } from "../immutable.ts";
import { withMember, withoutMember } from "../reducers/members.ts";
import { showsReceipts, withReceipts, withShownReceipts, withShownReceiptsIn } from "../reducers/receipts.ts";
import type { At } from "../reducers/reducer.ts";
import { withoutSigns } from "../reducers/relations.ts";
import { withPeople } from "../reducers/users.ts";
import { type ClientState, emptyEntry, emptyState, type RoomEntry } from "../state.ts";
import { windowOf, withMessages, withOwn } from "../windows.ts";

export type ChangesPage = Extract<RoomChanges, { kind: "changes" }>;

/**
 * The server's word on everything outside of the rooms. `stale` are the loaded rooms that have moved on: they keep their
 * rev, so that what they missed can be asked for.
 */
export function mergeSnapshot(before: ClientState, snapshot: Snapshot): { state: ClientState; stale: RoomId[] } {
  const isSamePerson = before.me === null || before.me.id === snapshot.me.id;
  const known = isSamePerson ? before : { ...emptyState(0), connection: before.connection };
  const stale: RoomId[] = [];
  const rooms = new Map<RoomId, RoomEntry>();
  for (const state of snapshot.rooms) {
    const entry = mergeListed(known.rooms.get(state.room.id), state);
    if (entry.state.rev !== state.rev) stale.push(state.room.id);
    rooms.set(state.room.id, entry);
  }
  for (const entry of lookedInto(known.rooms, rooms)) rooms.set(entry.state.room.id, entry);
  const { rev, me, sessionId, settings, server, account, warnings, openReports, stickersRev, scheduled } = snapshot;
  const mine = { rev, me, sessionId, settings, server, account, warnings, openReports, stickersRev, scheduled };
  const emoji = new Map(snapshot.emoji.map((one) => [one.name, one]));
  const relations = new Map(snapshot.relations.map((relation) => [relation.userId, relation]));
  const at = { meId: me.id, showsReceipts: settings.privacy.receipts };
  const shown = withShownReceiptsIn(withoutSigns(rooms, blockedIn(relations)), at);
  return { state: { ...withPeople(known, [...snapshot.people, me]), ...mine, emoji, relations, rooms: shown }, stale };
}

/** Threads that are shown and not followed: they are in no list, but there as long as their room is. */
function lookedInto(known: ClientState["rooms"], rooms: ClientState["rooms"]): RoomEntry[] {
  return [...known.values()].filter(({ state: { room, isFollowed }, window }) => {
    const isThere = room.thread !== undefined && rooms.has(room.thread.roomId) && !rooms.has(room.id);
    return isThere && isFollowed === false && window !== null;
  });
}

function blockedIn(relations: ClientState["relations"]): UserId[] {
  return [...relations.values()].filter(({ kind }) => kind === "blocked").map(({ userId }) => userId);
}

function mergeListed(known: RoomEntry | undefined, state: RoomState): RoomEntry {
  // A rev that went back means that the server was restored from a backup: what we hold is of another past.
  if (!known?.window || state.rev < known.state.rev) return emptyEntry(state);
  if (state.rev === known.state.rev) return withoutCleared({ ...known, state });
  // What is as of the room's rev stays as of mine, so that events in between still fit; the rest is mine, not the room's.
  const { draft, readSeq, isRequest, clearedSeq, preferences, mutedUntil } = state;
  const mine = { draft, readSeq, isRequest, clearedSeq, preferences, mutedUntil };
  const { isFollowed } = state;
  const followed = isFollowed === undefined ? {} : { isFollowed };
  return withoutCleared({ ...known, state: { ...known.state, ...mine, ...followed } });
}

/** All pages of a resync at once: in between, the window would have holes. */
export function mergeChanges(entry: RoomEntry, pages: readonly ChangesPage[], at: At): RoomEntry {
  const last = pages.at(-1);
  if (!last) return entry;
  const newest = new Map<MessageId, Message>();
  let next = entry;
  for (const page of pages) {
    for (const message of page.messages) newest.set(message.id, message);
    for (const { rev: _, hasLeft, ...member } of page.members) {
      next = hasLeft ? withoutMember(next, member.userId) : withMember(next, member, at);
    }
  }
  const changed = [...newest.values()];
  const own = pages.flatMap((page) => [...page.plays, ...page.votes]);
  const merged = {
    ...next,
    state: last.state,
    window: entry.window && withOwn(withMessages(entry.window, changed), own),
    receipts: entry.window ? withReceipts(next.receipts, last.receipts) : next.receipts,
    quotes: withQuotes(entry.quotes, changed),
  };
  // The answer may be of before I chose otherwise.
  return withShownReceipts(withoutCleared(merged), at);
}

/** A room as if opened for the first time. */
export function mergeView(entry: RoomEntry | undefined, view: RoomView): RoomEntry {
  const divider = entry?.window?.dividerSeq ?? null;
  return {
    ...emptyEntry(view.state),
    online: entry?.online ?? new Map(),
    typing: entry?.typing ?? new Map(),
    window: windowOf(view.page, divider),
    members: membersById(view.members),
    hasMoreMembers: view.hasMoreMembers,
    receipts: withReceipts(new Map(), view.receipts),
  };
}

/** What a request answered about a room: taken when it is news, and not ahead of what was missed. */
export function mergeRoomState(state: ClientState, room: RoomState): ClientState {
  const known = state.rooms.get(room.room.id);
  const isNews = !known || (known.window ? known.state.rev === room.rev : known.state.rev <= room.rev);
  if (!isNews) return state;
  const entry = known ? withoutCleared({ ...known, state: room }) : emptyEntry(room);
  return { ...state, rooms: withKey(state.rooms, room.room.id, entry) };
}

/** Loaded rooms where I show my receipts now, but did not before: those of others were withheld. */
export function withheldBefore(before: ClientState, after: ClientState): RoomId[] {
  const shows = (state: ClientState, entry: RoomEntry) =>
    showsReceipts(entry, { showsReceipts: state.settings.privacy.receipts });
  const isDue = (roomId: RoomId, entry: RoomEntry) => {
    const known = before.rooms.get(roomId);
    return known?.window != null && !shows(before, known) && shows(after, entry);
  };
  return [...after.rooms].filter(([roomId, entry]) => isDue(roomId, entry)).map(([roomId]) => roomId);
}

function membersById(members: readonly Member[]): ReadonlyMap<Member["userId"], Member> {
  return new Map(members.map((member) => [member.userId, member]));
}

/** Quotes that we hold, replaced where something newer is known. */
function withQuotes(quotes: RoomEntry["quotes"], changed: readonly Message[]): RoomEntry["quotes"] {
  const newer = changed.filter((message) => quotes.has(message.seq));
  return newer.length === 0 ? quotes : new Map([...quotes, ...newer.map((message) => [message.seq, message] as const)]);
}
