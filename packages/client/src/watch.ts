import { limits, type RoomId } from "@parley/contract";
import type { Link } from "./connection.ts";
import type { Store } from "./store.ts";

/** What is on screen, and whether anybody is before it: told to the server again on every connection. */
export class Watch {
  readonly #store: Store;
  readonly #link: Link;
  #roomIds: readonly RoomId[] = [];
  #friends = false;
  #isIdle = false;

  constructor(store: Store, link: Link) {
    this.#store = store;
    this.#link = link;
  }

  set(roomIds: readonly RoomId[], { friends = false }: { friends?: boolean } = {}): void {
    const left = this.#roomIds.filter((roomId) => !roomIds.includes(roomId));
    this.#roomIds = roomIds.slice(0, limits.watchedRooms);
    for (const roomId of left) {
      const entry = this.#store.base.rooms.get(roomId);
      if (entry) this.#store.setEntry({ ...entry, online: new Map(), typing: new Map() });
    }
    if (this.#friends && !friends) this.#store.setBase({ ...this.#store.base, friendPresence: new Map() });
    this.#friends = friends;
    this.#tellWatched();
  }

  setIdle(isIdle: boolean): void {
    if (this.#isIdle !== isIdle) this.#link.signal("presence:idle", { isIdle });
    this.#isIdle = isIdle;
  }

  /** A new connection knows nothing of it, and takes its person to be there. */
  connected(): void {
    this.#tellWatched();
    if (this.#isIdle) this.#link.signal("presence:idle", { isIdle: true });
  }

  #tellWatched(): void {
    this.#link.signal("presence:watch", { roomIds: [...this.#roomIds], friends: this.#friends });
  }
}
