import { type EventPair, limits, type RoomId } from "@parley/contract";
import type { Link } from "./connection.ts";
import type { Store } from "./store.ts";

/** A signal lasts a while: it is repeated in time, not at every key. */
const REPEAT_MS = limits.typingMs / 2;

/** My own typing signals, and the end of those of others that nobody ended. */
export class Typing {
  readonly #store: Store;
  readonly #link: Link;
  readonly #clock: () => number;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #mine: { roomId: RoomId; at: number } | null = null;

  constructor(store: Store, link: Link, clock: () => number) {
    this.#store = store;
    this.#link = link;
    this.#clock = clock;
  }

  set(roomId: RoomId, isTyping: boolean): void {
    if (isTyping && !this.#isShown(roomId)) return;
    const now = this.#clock();
    const mine = this.#mine?.roomId === roomId ? this.#mine : null;
    if (isTyping && !(mine && now - mine.at < REPEAT_MS)) {
      this.#mine = { roomId, at: now };
      this.#link.signal("typing:start", { roomId });
    } else if (!isTyping && mine) {
      this.#mine = null;
      this.#link.signal("typing:stop", { roomId });
    }
  }

  observe(roomId: RoomId | undefined, [name, payload]: EventPair): void {
    if (roomId === undefined || name !== "typing:changed" || payload.started.length === 0) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#prune(roomId);
    }, limits.typingMs + 50);
    this.#timers.add(timer);
  }

  /** Without a connection nobody is known to be there. */
  disconnected(): void {
    this.stop();
    const rooms = new Map(this.#store.base.rooms);
    for (const [roomId, entry] of rooms) {
      if (entry.online.size + entry.typing.size > 0) {
        rooms.set(roomId, { ...entry, online: new Map(), typing: new Map() });
      }
    }
    this.#store.setBase({ ...this.#store.base, rooms, friendPresence: new Map() });
  }

  stop(): void {
    this.#mine = null;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  /** Else the server would tell nobody. */
  #isShown(roomId: RoomId): boolean {
    const { rooms, settings } = this.#store.base;
    const preferred = rooms.get(roomId)?.state.preferences.typing;
    return settings.presence !== "invisible" && (preferred ?? settings.privacy.typing);
  }

  #prune(roomId: RoomId): void {
    const entry = this.#store.base.rooms.get(roomId);
    const now = this.#clock();
    const typing = new Map([...(entry?.typing ?? [])].filter(([, until]) => until > now));
    if (entry && typing.size !== entry.typing.size) this.#store.setEntry({ ...entry, typing });
  }
}
