import type { RoomId } from "@parley/contract";
import type { ClientState, OutboxItem, RoomEntry } from "./state.ts";
import { type Counting, countingOf, countUnread } from "./unread.ts";

/** What I am writing, before it is in the outbox. */
export interface LocalDraft {
  readonly body: string;
  readonly replyTo?: number;
  readonly savedAt: number;
}

/** What I did that the server has not yet confirmed, seen on top of what it said. Its word comes back when an item goes. */
export class Overlay {
  #rooms: ClientState["rooms"] = new Map();
  #patches: ReadonlyMap<RoomId, RoomEntry> = new Map();
  #result: ClientState["rooms"] = this.#rooms;
  readonly #patched = new WeakMap<RoomEntry, { by: readonly unknown[]; result: RoomEntry }>();

  /** The rooms as shown; the same map as long as nothing changed. */
  over(base: ClientState, outbox: readonly OutboxItem[], drafts: ReadonlyMap<RoomId, LocalDraft>) {
    const patches = this.#patchesOf(base, outbox, drafts);
    if (patches.size === 0) return base.rooms;
    if (base.rooms === this.#rooms && isSameMap(patches, this.#patches)) return this.#result;
    this.#rooms = base.rooms;
    this.#patches = patches;
    this.#result = new Map([...base.rooms, ...patches]);
    return this.#result;
  }

  #patchesOf(base: ClientState, outbox: readonly OutboxItem[], drafts: ReadonlyMap<RoomId, LocalDraft>) {
    const changes = new Map<RoomId, (OutboxItem | LocalDraft)[]>();
    const add = (roomId: RoomId, change: OutboxItem | LocalDraft) =>
      changes.set(roomId, [...(changes.get(roomId) ?? []), change]);
    for (const item of outbox) if (!item.request.name.startsWith("message:")) add(item.request.input.roomId, item);
    for (const [roomId, draft] of drafts) add(roomId, draft);
    const patches = new Map<RoomId, RoomEntry>();
    for (const [roomId, by] of changes) {
      const entry = base.rooms.get(roomId);
      if (entry) patches.set(roomId, this.#patch(entry, by, countingOf(base)));
    }
    return patches;
  }

  #patch(entry: RoomEntry, by: readonly (OutboxItem | LocalDraft)[], me: Counting): RoomEntry {
    const known = this.#patched.get(entry);
    if (known && known.by.length === by.length && known.by.every((one, at) => one === by[at])) return known.result;
    let result = entry;
    for (const change of by) result = "request" in change ? underItem(result, change, me) : underDraft(result, change);
    this.#patched.set(entry, { by, result });
    return result;
  }
}

function underItem(entry: RoomEntry, { request, createdAt }: OutboxItem, me: Counting): RoomEntry {
  if (request.name === "draft:save") {
    const { body, replyTo } = request.input;
    return underDraft(entry, { body, savedAt: createdAt, ...(replyTo === undefined ? {} : { replyTo }) });
  }
  if (request.name !== "receipt:read" && request.name !== "receipt:unread") return entry;
  const { seq } = request.input;
  if (request.name === "receipt:read" && seq <= entry.state.readSeq) return entry;
  const atLeastOne = request.name === "receipt:unread" ? 1 : 0;
  const counts = countUnread(entry, seq, me) ?? {
    unread: Math.max(atLeastOne, entry.state.unread),
    mentions: entry.state.mentions,
  };
  return { ...entry, state: { ...entry.state, readSeq: seq, ...counts } };
}

function underDraft(entry: RoomEntry, { body, replyTo, savedAt }: LocalDraft): RoomEntry {
  const draft = body === "" ? null : { body, savedAt, ...(replyTo === undefined ? {} : { replyTo }) };
  return { ...entry, state: { ...entry.state, draft } };
}

function isSameMap<K, V>(one: ReadonlyMap<K, V>, other: ReadonlyMap<K, V>): boolean {
  return one.size === other.size && [...one].every(([key, value]) => other.get(key) === value);
}
