import { type ClientState, type OutboxItem, type RoomEntry, roomList, roomTitle } from "@parley/client";
import type { Availability, RoomId, RoomState, User } from "@parley/contract";
import { sameItems } from "../use-client-state.ts";

/** All that a row of the rooms list shows, from wherever in the state it comes. */
export interface RoomLook {
  readonly state: RoomState;
  /** Empty for a private conversation with nobody else in it. */
  readonly title: string;
  /** The other one of a private conversation of two, and whether they are here. */
  readonly partner: User | undefined;
  readonly availability: Availability | undefined;
  readonly me: User | null;
  /** Who wrote the last message, if known. */
  readonly sender: User | undefined;
  /** I blocked them. */
  readonly isBlocked: boolean;
  /** The newest message of mine that is still on its way. */
  readonly pending: OutboxItem | undefined;
}

interface Known {
  readonly from: readonly unknown[];
  readonly look: RoomLook;
}

// Keyed by immutable states, and gone with them: a memory of what was computed, not state.
const known = new WeakMap<RoomState, Known>();

/**
 * My rooms as the list shows them, the latest activity first. One part of the state for all rows: were each row to watch
 * the state by itself, every change anywhere would ask two hundred rows whether it concerns them, several times each.
 */
export function roomLooks(state: ClientState): readonly RoomLook[] {
  return roomList(state).map((entry) => roomLook(state, entry));
}

/** The same object as long as it looks the same, whatever else changes in the room. */
function roomLook(state: ClientState, entry: RoomEntry): RoomLook {
  const from = [entry.online, state.people, state.relations, state.me, state.outbox];
  const before = known.get(entry.state);
  if (before && sameItems(before.from, from)) return before.look;
  const fresh = newLook(state, entry);
  const look = before && isSameLook(before.look, fresh) ? before.look : fresh;
  known.set(entry.state, { from, look });
  return look;
}

function newLook(state: ClientState, entry: RoomEntry): RoomLook {
  const { room, lastMessage } = entry.state;
  return {
    state: entry.state,
    title: roomTitle(state, entry),
    partner: partnerOf(state, entry),
    availability: availabilityOf(state, entry),
    me: state.me,
    sender: lastMessage ? state.people.get(lastMessage.senderId) : undefined,
    isBlocked: lastMessage !== null && state.relations.get(lastMessage.senderId)?.kind === "blocked",
    pending: lastSend(state, room.id),
  };
}

function isSameLook(one: RoomLook, other: RoomLook): boolean {
  return sameItems(Object.values(one), Object.values(other));
}

/** The other one of a private conversation of two. */
export function partnerOf({ me, people }: ClientState, { state }: Pick<RoomEntry, "state">): User | undefined {
  if (state.directIds.length !== 2) return undefined;
  const other = state.directIds.find((id) => id !== me?.id);
  return other === undefined ? undefined : people.get(other);
}

/** Whether that one is here; undefined where that is not known, or there are more of them. */
export function availabilityOf(state: ClientState, entry: RoomEntry): Availability | undefined {
  const partner = partnerOf(state, entry);
  return partner && entry.online.get(partner.id);
}

function lastSend(state: ClientState, roomId: RoomId): OutboxItem | undefined {
  return state.outbox.findLast(({ request }) => request.name === "message:send" && request.input.roomId === roomId);
}
