import type { EventPair, RoomId } from "@parley/contract";
import type { Link } from "../connection.ts";
import { lastHandle } from "../reducers/members.ts";
import { withPeople } from "../reducers/users.ts";
import type { Store } from "../store.ts";
import { contextOf } from "../sync/apply.ts";

const ATTEMPTS = 3;

/** The members of a room, page by page in the order of their handles. */
export class Members {
  readonly #store: Store;
  readonly #link: Link;
  readonly #underWay = new Map<RoomId, Promise<void>>();
  /** Counts the changes of members: a page that was under way meanwhile may not know of them. */
  #changes = 0;

  constructor(store: Store, link: Link) {
    this.#store = store;
    this.#link = link;
  }

  observe([name]: EventPair): void {
    if (name.startsWith("member:")) this.#changes += 1;
  }

  /** In the background; what fails is asked for again when the room is opened again. */
  loadFirst(roomId: RoomId): void {
    if (this.#store.base.rooms.get(roomId)?.members === null) this.loadMore(roomId).catch(() => {});
  }

  async loadMore(roomId: RoomId): Promise<void> {
    const entry = this.#store.base.rooms.get(roomId);
    if (!entry || entry.state.room.thread || (entry.members && !entry.hasMoreMembers)) return;
    const work = this.#underWay.get(roomId) ?? this.#load(roomId).finally(() => this.#underWay.delete(roomId));
    this.#underWay.set(roomId, work);
    await work;
  }

  async #load(roomId: RoomId): Promise<void> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const asked = this.#store.base.rooms.get(roomId);
      if (!asked) return;
      const changes = this.#changes;
      const after = lastHandle(asked, contextOf(this.#store.base, 0));
      const page = await this.#link.request("member:list", { roomId, after });
      if (changes !== this.#changes && attempt < ATTEMPTS) continue;
      const entry = this.#store.base.rooms.get(roomId);
      if (!entry) return;
      const members = new Map([
        ...(entry.members ?? []),
        ...page.members.map((member) => [member.userId, member] as const),
      ]);
      const base = withPeople(this.#store.base, page.people);
      const next = { ...entry, members, hasMoreMembers: page.hasMore };
      this.#store.setBase({ ...base, rooms: new Map(base.rooms).set(roomId, next) });
      return;
    }
  }
}
