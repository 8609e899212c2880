import type { RoomId } from "@parley/contract";
import { withoutCleared } from "./cleared.ts";
import { entryAsOf } from "./expiry.ts";
import { withReceipts } from "./reducers/receipts.ts";
import { type ClientState, emptyEntry, emptyState, type RoomEntry } from "./state.ts";
import type { ClientStorage, StoredCache, StoredRoom } from "./storage.ts";
import type { Store } from "./store.ts";
import { keepNewest } from "./windows.ts";

const PAUSE_MS = 1_500;
const KEPT_MESSAGES = 100;

/** Writes down, now and then, what the next start shows before it is connected. */
export class CacheWriter {
  readonly #store: Store;
  readonly #storage: ClientStorage;
  readonly #recent: () => readonly RoomId[];
  readonly #unsubscribe: () => void;
  readonly #stored = new WeakMap<RoomEntry, StoredRoom>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();
  #written: Pick<ClientState, "me" | "server" | "settings" | "rooms" | "people" | "relations" | "emoji"> | null = null;

  constructor(store: Store, storage: ClientStorage, recent: () => readonly RoomId[]) {
    this.#store = store;
    this.#storage = storage;
    this.#recent = recent;
    this.#unsubscribe = store.subscribe(() => {
      this.#timer ??= setTimeout(() => void this.write(), PAUSE_MS);
    });
  }

  /** A cache that cannot be written costs a slower start, no more. */
  write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const cache = this.#cache();
    if (cache) this.#writing = this.#writing.then(() => this.#storage.saveCache(cache)).catch(() => {});
    return this.#writing;
  }

  stop(): void {
    this.#unsubscribe();
    clearTimeout(this.#timer);
  }

  #cache(): StoredCache | null {
    const { me, server, settings, rooms, people, relations, emoji } = this.#store.base;
    const own = { me, server, settings, rooms, people, relations, emoji };
    if (me === null || isSame(this.#written, own)) return null;
    this.#written = own;
    const recent = this.#recent().flatMap((roomId) => rooms.get(roomId) ?? []);
    const inOrder = new Set([...recent, ...rooms.values()]);
    const stored = [...inOrder].map((entry) => this.#storedRoom(entry));
    const named = { people: [...people.values()], relations: [...relations.values()], emoji: [...emoji.values()] };
    return { version: 4, me, server, settings, rooms: stored, ...named };
  }

  #storedRoom(entry: RoomEntry): StoredRoom {
    const known = this.#stored.get(entry);
    if (known) return known;
    const { state, window } = entry;
    const room: StoredRoom = {
      state,
      window: window?.isEnd ? keepNewest({ ...window, dividerSeq: null }, KEPT_MESSAGES) : null,
      receipts: window?.isEnd ? [...entry.receipts.values()] : [],
    };
    this.#stored.set(entry, room);
    return room;
  }
}

function isSame<T extends object>(one: T | null, other: T): boolean {
  return one !== null && (Object.keys(other) as (keyof T)[]).every((key) => one[key] === other[key]);
}

/** The state to begin with. Its revs are old: the first snapshot tells what to catch up on. */
export function restoredState(cache: StoredCache | null, now: number): ClientState {
  if (cache?.version !== 4) return emptyState(now);
  const rooms = new Map(cache.rooms.map((stored) => [stored.state.room.id, restoredRoom(stored, now)]));
  const people = new Map(cache.people.map((user) => [user.id, user]));
  const relations = new Map(cache.relations.map((relation) => [relation.userId, relation]));
  const emoji = new Map(cache.emoji?.map((one) => [one.name, one]));
  const { me, server, settings } = cache;
  return { ...emptyState(now), me, server, settings, rooms, people, relations, emoji };
}

/** What disappeared or was cleared since it was written down is not shown again. */
function restoredRoom({ state, window, receipts }: StoredRoom, now: number): RoomEntry {
  const entry = { ...emptyEntry(state), window, receipts: withReceipts(new Map(), receipts) };
  return withoutCleared(entryAsOf(entry, now));
}
