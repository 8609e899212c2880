import { limits, type RoomId } from "@parley/contract";
import type { Link } from "./connection.ts";
import type { Store } from "./store.ts";

/** The rooms on screen, told to the server again on every connection. */
export class Watch {
  readonly #store: Store;
  readonly #link: Link;
  #roomIds: readonly RoomId[] = [];

  constructor(store: Store, link: Link) {
    this.#store = store;
    this.#link = link;
  }

  set(roomIds: readonly RoomId[]): void {
    const left = this.#roomIds.filter((roomId) => !roomIds.includes(roomId));
    this.#roomIds = roomIds.slice(0, limits.watchedRooms);
    for (const roomId of left) {
      const entry = this.#store.base.rooms.get(roomId);
      if (entry) this.#store.setEntry({ ...entry, online: new Map(), typing: new Map() });
    }
    this.tell();
  }

  tell(): void {
    this.#link.signal("presence:watch", { roomIds: [...this.#roomIds] });
  }
}
