import type {
  Batch,
  EventPair,
  EventScope,
  Payload,
  PersonEventName,
  RoomEventName,
  RoomId,
  User,
} from "@parley/contract";
import { eventScopes } from "@parley/contract";
import { withKey } from "../immutable.ts";
import { reducersOfPersons, reducersOfRooms } from "../reducers/index.ts";
import type { At } from "../reducers/reducer.ts";
import { withNames } from "../reducers/users.ts";
import type { ClientState, RoomEntry } from "../state.ts";
import { countingOf, leavesCountsUnsure } from "../unread.ts";

export interface Applied {
  readonly state: ClientState;
  /** What was new, in order. */
  readonly events: readonly EventPair[];
  /** What could not be applied because something before it is missing. */
  readonly rest: readonly EventPair[];
  /** Rooms whose unread counts only the server can tell now. */
  readonly unsure: readonly RoomId[];
}

/** The same for what is mine. */
export interface AppliedToPerson extends Applied {
  /** Somebody was blocked or unblocked: of what counts, in every room, the server has to tell anew. */
  readonly isAnew: boolean;
}

export interface RoomBatch {
  readonly roomId: RoomId;
  readonly events: readonly EventPair[];
}

/** A batch of one of my rooms, in one pass. Room events are numbered: the next applies, an old one is dropped. */
export function applyToRoom(state: ClientState, batch: RoomBatch, now: number): Applied {
  const { roomId } = batch;
  const at = contextOf(state, now);
  let entry = state.rooms.get(roomId);
  if (!entry) return { state, events: [], rest: [], unsure: [] };
  const done: EventPair[] = [];
  let isUnsure = false;
  for (const [index, pair] of batch.events.entries()) {
    if (!isRoomPair(pair)) continue;
    const rev = roomRevOf(pair);
    if (rev !== null && rev <= entry.state.rev) continue;
    if (rev !== null && rev > entry.state.rev + 1) {
      return { ...applied(state, entry, done), rest: batch.events.slice(index), unsure: isUnsure ? [roomId] : [] };
    }
    isUnsure ||= leavesCountsUnsure(entry, pair, at);
    entry = reduceRoom(entry, pair, at);
    done.push(pair);
  }
  return { ...applied(state, entry, done), rest: [], unsure: isUnsure ? [roomId] : [] };
}

/** A batch of my own: numbered by my rev in the same manner. */
export function applyToPerson(state: ClientState, batch: readonly EventPair[], now: number): AppliedToPerson {
  let next = state;
  const done: EventPair[] = [];
  const unsure: RoomId[] = [];
  let isAnew = false;
  for (const [index, pair] of batch.entries()) {
    if (isRoomPair(pair) || !isKnown(pair)) continue;
    const rev = personRevOf(pair);
    if (rev !== null && rev <= next.rev) continue;
    if (rev !== null && rev > next.rev + 1)
      return { state: next, events: done, rest: batch.slice(index), unsure, isAnew };
    const at = contextOf(next, now);
    const entry = countedRoomOf(next, pair);
    if (entry && leavesCountsUnsure(entry, pair, at)) unsure.push(entry.state.room.id);
    const reduced = reducePerson(next, pair, at);
    if (pair[0] === "relation:changed")
      isAnew ||= at.isBlocked(pair[1].userId) !== countingOf(reduced).isBlocked(pair[1].userId);
    next = reduced;
    done.push(pair);
  }
  return { state: next, events: done, rest: [], unsure, isAnew };
}

/** The room whose counts an event of mine may change. */
function countedRoomOf(state: ClientState, [name, payload]: EventPair): RoomEntry | undefined {
  if (name === "receipt:changed") return state.rooms.get(payload.roomId);
  return name === "room:accepted" || name === "room:cleared" ? state.rooms.get(payload.state.room.id) : undefined;
}

export function contextOf(state: ClientState, now: number): At {
  const showsReceipts = state.settings.privacy.receipts;
  return { ...countingOf(state), now, showsReceipts, handleOf: (userId) => state.people.get(userId)?.handle };
}

/** The batch's events, if it is one: what a newer server adds is left out. */
export function eventsOf(batch: Batch): readonly EventPair[] {
  return batch.events.filter(isKnown);
}

function applied(state: ClientState, entry: RoomEntry, done: readonly EventPair[]) {
  const people: User[] = [];
  for (const pair of done) if (pair[0] === "member:joined") people.push(pair[1].user);
  const rooms = withKey(state.rooms, entry.state.room.id, entry);
  const next = rooms === state.rooms ? state : { ...state, rooms };
  return { state: withNames(next, people), events: done };
}

function reduceRoom<N extends RoomEventName>(entry: RoomEntry, [name, payload]: EventPair<N>, at: At): RoomEntry {
  return reducersOfRooms[name](entry, payload as Payload<N>, at);
}

function reducePerson<N extends PersonEventName>(state: ClientState, [name, payload]: EventPair<N>, at: At) {
  return reducersOfPersons[name](state, payload as Payload<N>, at);
}

function isKnown([name]: EventPair): boolean {
  return Object.hasOwn(eventScopes, name);
}

function isRoomPair(pair: EventPair): pair is EventPair<RoomEventName> {
  return isKnown(pair) && roomScopes.has(eventScopes[pair[0]]);
}

const roomScopes: ReadonlySet<EventScope> = new Set<EventScope>(["room", "watchers", "pointers"]);

/** The rev of a numbered event of mine; null for what is unnumbered. */
function personRevOf([name, payload]: EventPair<PersonEventName>): number | null {
  return eventScopes[name] === "person" && "rev" in payload ? payload.rev : null;
}

/** The rev of a numbered event of a room; null for pointers and presence, where the last value wins. */
function roomRevOf([name, payload]: EventPair<RoomEventName>): number | null {
  return eventScopes[name] === "room" && "rev" in payload ? payload.rev : null;
}
