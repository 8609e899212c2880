import {
  dateAfter,
  dayStart,
  type FoundRoom,
  foldRoomName,
  type RoomId,
  type SearchFilter,
  type SearchQuery,
  type UserId,
} from "@parley/contract";
import { marker } from "./document.ts";
import { type Phrase, phraseOf } from "./matching.ts";

/** Whoever asks, and what of theirs the query may mean. */
export interface Asker {
  readonly userId: UserId;
  /** The rooms to look in. */
  readonly places: readonly FoundRoom[];
  /** The people named by `from:`, by handle; who is not there is nobody. */
  readonly senders: ReadonlyMap<string, UserId>;
  /** People whose messages are not shown. */
  readonly blocked: readonly UserId[];
  readonly timeZone: string;
}

/** What is asked of the index. */
export interface Asked {
  readonly all: readonly (readonly Phrase[])[];
  readonly none: readonly Phrase[];
  /** Epoch ms: sent then or later, and before. */
  readonly sinceAt: number;
  readonly beforeAt: number;
  /** The words that are looked for: what is to be marked in a message. */
  readonly phrases: readonly Phrase[];
}

/** So many rooms at most are named to the index; for somebody with more, the store asks each message for its room. */
const mostRooms = 500;
/** And so many where only older messages are wanted: a list of rooms cannot skip the newer ones, but a word can. */
const mostRoomsInPast = 16;
const forever = Number.MAX_SAFE_INTEGER;

/** What a query means for the one who asks; null if nothing can answer it, or it asks for nothing. */
export function askedBy(query: SearchQuery, asker: Asker): Asked | null {
  const words = query.words.map((one) => ({ ...one, phrase: phraseOf(one) }));
  const phrases = words.flatMap(({ phrase, isExcluded }) => (phrase === null || isExcluded ? [] : [phrase]));
  const excluded = words.flatMap(({ phrase, isExcluded }) => (phrase === null || !isExcluded ? [] : [phrase]));
  if (phrases.length + excluded.length + query.filters.length === 0) return null;
  const rooms = roomsFor(query.filters, asker.places);
  const senders = sendersFor(query.filters, asker);
  if (rooms.length === 0 || senders?.length === 0) return null;
  const stretch = stretchOf(query.filters, asker.timeZone);
  const areNamed = rooms.length <= (stretch.beforeAt === forever ? mostRooms : mostRoomsInPast);
  const wanted = query.filters.flatMap((filter) => (filter.isExcluded ? [] : markersOf(filter, asker)));
  const unwanted = query.filters.flatMap((filter) => (filter.isExcluded ? markersOf(filter, asker) : []));
  const positive = [
    ...(senders === null ? [] : [senders.map((id) => only(marker.sender(id)))]),
    ...wanted.map((alternatives) => alternatives.map(only)),
    ...phrases.map((phrase) => [phrase]),
  ];
  // Something must be looked for; what every message has would cost as much as all of them.
  const [any = [only(marker.any)], ...more] = areNamed
    ? [rooms.map((id) => only(marker.room(id))), ...positive]
    : positive;
  return {
    all: [any, ...more],
    none: [
      ...excluded,
      ...unwanted.flat().map(only),
      // Where rooms are not named, the store lets all of mine pass.
      ...(areNamed ? [] : asker.places.filter(({ id }) => !rooms.includes(id)).map(({ id }) => only(marker.room(id)))),
      // Whom I block is not there for me, unless I name them.
      ...asker.blocked.filter((id) => senders?.includes(id) !== true).map((id) => only(marker.sender(id))),
    ],
    ...stretch,
    phrases,
  };
}

function only(term: string): Phrase {
  return { terms: [term], isPrefix: false };
}

function roomsFor(filters: readonly SearchFilter[], places: readonly FoundRoom[]): RoomId[] {
  const named = filters.filter((filter) => filter.kind === "in");
  const isNamed = (isExcluded: boolean, { name }: FoundRoom) =>
    named.some((filter) => filter.isExcluded === isExcluded && filter.name === foldRoomName(name));
  const isOpen = named.every((filter) => filter.isExcluded);
  return places.filter((place) => (isOpen || isNamed(false, place)) && !isNamed(true, place)).map((place) => place.id);
}

/** Null: anybody. */
function sendersFor(filters: readonly SearchFilter[], { senders }: Asker): UserId[] | null {
  const named = filters.filter((filter) => filter.kind === "from" && !filter.isExcluded);
  if (named.length === 0) return null;
  return named.flatMap((filter) => (filter.kind === "from" ? (senders.get(filter.handle) ?? []) : []));
}

/** What a filter asks of a message's terms, besides rooms, dates and wanted senders: lists of alternatives. */
function markersOf(filter: SearchFilter, { userId, senders }: Asker): string[][] {
  switch (filter.kind) {
    case "from": {
      const senderId = filter.isExcluded ? senders.get(filter.handle) : undefined;
      return senderId === undefined ? [] : [[marker.sender(senderId)]];
    }
    case "has":
      return [[marker.thing(filter.thing)]];
    case "is":
      return [[marker.state(filter.state)]];
    case "mentions-me":
      return [[marker.mention(userId), marker.mentionAll]];
    default:
      return [];
  }
}

function stretchOf(filters: readonly SearchFilter[], timeZone: string): Pick<Asked, "sinceAt" | "beforeAt"> {
  let sinceAt = 0;
  let beforeAt = forever;
  for (const filter of filters) {
    if (filter.kind === "after") sinceAt = Math.max(sinceAt, dayStart(dateAfter(filter.date, 1), timeZone));
    if (filter.kind === "before") beforeAt = Math.min(beforeAt, dayStart(filter.date, timeZone));
    if (filter.kind !== "on") continue;
    sinceAt = Math.max(sinceAt, dayStart(filter.date, timeZone));
    beforeAt = Math.min(beforeAt, dayStart(dateAfter(filter.date, 1), timeZone));
  }
  return { sinceAt, beforeAt };
}
