import type {
  EventPair,
  GalleryCursor,
  GalleryEntry,
  GalleryKind,
  Message,
  MessageId,
  Output,
  RoomId,
  User,
  UserId,
} from "@parley/contract";
import { type GalleryItem, itemsOf } from "./gallery-item.ts";

/** What is known of one part of a gallery: from the newest on, as far as it was asked for. */
export interface KnownItems {
  /** Newest first; null until the first page is there. */
  readonly items: readonly GalleryItem[] | null;
  readonly people: ReadonlyMap<UserId, User>;
  /** Where the next page begins; null at the end, undefined while the first one is wanted. */
  readonly next: GalleryCursor | null | undefined;
  /** Messages that were deleted while this is looked at. */
  readonly deleted: ReadonlySet<MessageId>;
  readonly error: unknown;
}

/** Where something has happened: the room, or one of its threads. */
export type GalleryPlace = Pick<GalleryEntry, "roomId" | "thread">;

export const nothingKnown: KnownItems = {
  items: null,
  people: new Map(),
  next: undefined,
  deleted: new Set(),
  error: null,
};

export function withPage(known: KnownItems, tab: GalleryKind, page: Output<"gallery:list">): KnownItems {
  const before = known.next === undefined ? [] : (known.items ?? []);
  // What came in while the page was on its way may be in it as well.
  const keys = new Set(before.map(({ key }) => key));
  const fresh = page.entries.flatMap((entry) => itemsOf(tab, entry)).filter(({ key }) => !keys.has(key));
  return {
    ...known,
    items: [...before, ...fresh],
    people: withPeople(known, page.people),
    next: page.cursor,
    error: null,
  };
}

/** What comes and goes while it is looked at. */
export function afterEvent(
  known: KnownItems,
  tab: GalleryKind,
  { place, event: [name, payload] }: { place: GalleryPlace; event: EventPair },
): KnownItems {
  if (name !== "message:sent" && name !== "message:edited" && name !== "message:deleted") return known;
  return withMessages(known, tab, { place, messages: [payload], people: [] });
}

/** Messages as they are now: in place of what was known of them. What is older than all that is known comes with its page. */
export function withMessages(
  known: KnownItems,
  tab: GalleryKind,
  { place, messages, people }: { place: GalleryPlace; messages: readonly Message[]; people: readonly User[] },
): KnownItems {
  if (known.items === null) return known;
  const told = new Set(messages.map(({ id }) => id));
  const kept = known.items.filter(({ messageId }) => !told.has(messageId));
  const end = known.next === null ? 0 : (known.items.at(-1)?.sentAt ?? 0);
  const changed = messages.filter(({ sentAt }) => sentAt >= end).sort((one, other) => other.seq - one.seq);
  const fresh = changed.flatMap((message) => itemsOf(tab, { ...place, message }));
  const deleted = messages.filter(({ deletedAt }) => deletedAt !== undefined).map(({ id }) => id);
  return {
    ...known,
    items: merged(kept, fresh),
    people: withPeople(known, people),
    deleted: deleted.length === 0 ? known.deleted : new Set([...known.deleted, ...deleted]),
  };
}

/** Numbers of the messages of a thread of which something is shown. */
export function shownSeqs({ items }: KnownItems, threadId: RoomId): readonly number[] {
  return [...new Set((items ?? []).filter(({ roomId }) => roomId === threadId).map(({ seq }) => seq))];
}

/** Both newest first; of one moment, what is new comes before. */
function merged(items: readonly GalleryItem[], fresh: readonly GalleryItem[]): readonly GalleryItem[] {
  const all: GalleryItem[] = [];
  let at = 0;
  for (const item of items) {
    for (let next = fresh[at]; next !== undefined && isBefore(next, item); next = fresh[at]) {
      all.push(next);
      at += 1;
    }
    all.push(item);
  }
  return [...all, ...fresh.slice(at)];
}

/** In one room numbers tell, else times. */
function isBefore(one: GalleryItem, other: GalleryItem): boolean {
  return one.roomId === other.roomId ? one.seq > other.seq : one.sentAt >= other.sentAt;
}

function withPeople({ people }: KnownItems, more: readonly User[]): ReadonlyMap<UserId, User> {
  return more.length === 0 ? people : new Map([...people, ...more.map((person) => [person.id, person] as const)]);
}
