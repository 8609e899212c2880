import { foldHandle, foldRoomName, type Message, type RoomId, type User } from "@parley/contract";
import type { ClientState, RoomEntry } from "./state.ts";
import { messageItems } from "./timeline.ts";

/** What a room is called: its name, or for a direct room the other people's names. */
export function roomTitle(state: ClientState, entry: RoomEntry): string {
  const { room, directIds } = entry.state;
  if (room.kind !== "direct") return room.name;
  const others = directIds.filter((id) => id !== state.me?.id);
  const ids = others.length > 0 ? others : directIds;
  return ids.map((id) => state.people.get(id)?.name ?? "…").join(", ");
}

const lists = new WeakMap<ClientState["rooms"], { outbox: ClientState["outbox"]; list: readonly RoomEntry[] }>();

/** My rooms by last activity, newest first; a message on its way counts. */
export function roomList(state: ClientState): readonly RoomEntry[] {
  const known = lists.get(state.rooms);
  if (known?.outbox === state.outbox) return known.list;
  const pending = messageItems(state.outbox);
  const keyed = [...state.rooms.values()].flatMap((entry) => {
    if (entry.state.room.thread !== undefined) return [];
    const { room, lastMessage } = entry.state;
    const stored = Math.max(lastMessage?.sentAt ?? 0, room.createdAt);
    const sends = pending.get(room.id)?.filter((item) => item.request.name === "message:send") ?? [];
    return { entry, at: Math.max(stored, ...sends.map((item) => item.createdAt)) };
  });
  keyed.sort((one, other) => other.at - one.at || (one.entry.state.room.id < other.entry.state.room.id ? 1 : -1));
  const list = keyed.map(({ entry }) => entry);
  lists.set(state.rooms, { outbox: state.outbox, list });
  return list;
}

/** The threads that I follow, the one with the last reply first. */
export function threadList(state: ClientState): readonly RoomEntry[] {
  const threads = [...state.rooms.values()].filter((entry) => entry.state.isFollowed === true);
  const lastAt = ({ state: { room, lastMessage } }: RoomEntry) => lastMessage?.sentAt ?? room.createdAt;
  return threads.sort((one, other) => lastAt(other) - lastAt(one));
}

/** The thread of a message, if I follow it or look into it. */
export function threadAt(state: ClientState, place: { roomId: RoomId; seq: number }): RoomEntry | undefined {
  for (const entry of state.rooms.values()) {
    const { thread } = entry.state.room;
    if (thread?.seq === place.seq && thread.roomId === place.roomId) return entry;
  }
  return undefined;
}

const shown = new WeakMap<RoomEntry, { above: RoomEntry; entry: RoomEntry }>();

/** A room as it is shown: a thread is called as its message's room is, and has its people and its rules. */
export function shownRoom(state: ClientState, roomId: RoomId): RoomEntry | undefined {
  const own = state.rooms.get(roomId);
  const thread = own?.state.room.thread;
  const above = thread && state.rooms.get(thread.roomId);
  if (own === undefined || above === undefined) return own;
  const known = shown.get(own);
  if (known?.above === above) return known.entry;
  const { role, mutedUntil, preferences } = above.state;
  const { id, createdAt } = own.state.room;
  const room = { ...above.state.room, id, createdAt, thread };
  const { members, hasMoreMembers } = above;
  const entry = { ...own, members, hasMoreMembers, state: { ...own.state, room, role, mutedUntil, preferences } };
  shown.set(own, { above, entry });
  return entry;
}

/**
 * How far a message of mine got with anyone else in the room. Whoever came in later does not count: their pointers begin
 * at the end of what was there.
 */
export function tick(state: ClientState, entry: RoomEntry, message: Message): "stored" | "delivered" | "read" {
  if (message.seq === 0) return "stored";
  let isDelivered = false;
  for (const { userId, readSeq, deliveredSeq } of entry.receipts.values()) {
    const joinedAt = entry.members?.get(userId)?.joinedAt ?? 0;
    if (userId === state.me?.id || joinedAt > message.sentAt) continue;
    if (readSeq >= message.seq) return "read";
    isDelivered ||= deliveredSeq >= message.seq;
  }
  return isDelivered ? "delivered" : "stored";
}

/** Who else is writing. */
export function typists(state: ClientState, entry: RoomEntry, now: number): readonly User[] {
  const found: User[] = [];
  for (const [userId, until] of entry.typing) {
    const user = state.people.get(userId);
    if (user && until > now && userId !== state.me?.id) found.push(user);
  }
  return found;
}

export function totalUnread(state: ClientState): { unread: number; mentions: number } {
  let unread = 0;
  let mentions = 0;
  for (const { state: room } of state.rooms.values()) {
    unread += room.unread;
    mentions += room.mentions;
  }
  return { unread, mentions };
}

/** A room as people write it: `#name`, or `@handle` for the direct room with just that person. */
export function findRoom(state: ClientState, reference: string): RoomEntry | undefined {
  const name = foldRoomName(reference);
  const handle = foldHandle(reference.slice(1));
  for (const entry of state.rooms.values()) {
    const { room } = entry.state;
    if (room.thread !== undefined) continue;
    if (reference.startsWith("#") && room.kind !== "direct" && foldRoomName(room.name) === name) return entry;
    if (reference.startsWith("@") && room.kind === "direct" && isWithJust(state, entry, handle)) return entry;
  }
  return undefined;
}

function isWithJust(state: ClientState, entry: RoomEntry, handle: string): boolean {
  const others = entry.state.directIds.filter((id) => id !== state.me?.id);
  const [other] = others;
  return others.length === 1 && other !== undefined && state.people.get(other)?.handle === handle;
}
