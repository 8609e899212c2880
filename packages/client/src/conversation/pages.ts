import type { Input, MessagePage, RoomId } from "@parley/contract";
import { isCleared, withoutCleared } from "../cleared.ts";
import type { Link } from "../connection.ts";
import { withPeople } from "../reducers/users.ts";
import type { RoomWindow } from "../state.ts";
import type { Store } from "../store.ts";
import { messageAt, windowOf, withNewer, withOlder } from "../windows.ts";
import { type Changes, seqOf, withChanges } from "./changes.ts";

const PAGE = 100;

type Edge = NonNullable<Input<"message:history">["from"]>;
/** The window with the page in it, or null if the window has become another one meanwhile. */
type Merge = (window: RoomWindow, page: MessagePage) => RoomWindow | null;

/** Fetches parts of a room's history into its window, one page at a time and direction. */
export class Pages {
  readonly #store: Store;
  readonly #link: Link;
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #changes: Changes;

  constructor(store: Store, link: Link, changes: Changes) {
    this.#store = store;
    this.#link = link;
    this.#changes = changes;
  }

  async loadOlder(roomId: RoomId): Promise<void> {
    const window = this.#windowOf(roomId);
    const first = window?.messages[0]?.seq;
    if (!window || window.isStart || first === undefined) return;
    await this.#once(roomId, { edge: "before", seq: first }, (now, page) =>
      now.messages[0]?.seq === first ? withOlder(now, page) : null,
    );
  }

  async loadNewer(roomId: RoomId): Promise<void> {
    const window = this.#windowOf(roomId);
    const last = window?.messages.at(-1)?.seq;
    if (!window || window.isEnd || last === undefined) return;
    await this.#once(roomId, { edge: "after", seq: last }, (now, page) =>
      now.messages.at(-1)?.seq === last ? withNewer(now, page) : null,
    );
  }

  async jumpTo(roomId: RoomId, seq: number): Promise<void> {
    if (messageAt(this.#windowOf(roomId), seq)) return;
    await this.#once(roomId, { edge: "around", seq }, (now, page) => windowOf(page, now.dividerSeq));
  }

  async jumpToLatest(roomId: RoomId): Promise<void> {
    if (this.#windowOf(roomId)?.isEnd) return;
    await this.#once(roomId, { edge: "latest" }, (now, page) => windowOf(page, now.dividerSeq));
  }

  #windowOf(roomId: RoomId): RoomWindow | null {
    return this.#store.base.rooms.get(roomId)?.window ?? null;
  }

  #once(roomId: RoomId, from: Edge, merge: Merge): Promise<void> {
    const key = `${roomId} ${JSON.stringify(from)}`;
    const known = this.#underWay.get(key);
    if (known) return known;
    const work = this.#fetch(roomId, from, merge).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, work);
    return work;
  }

  async #fetch(roomId: RoomId, from: Edge, merge: Merge): Promise<void> {
    const { answer: page, changes } = await this.#changes.during(roomId, () =>
      this.#link.request("message:history", { roomId, from, limit: PAGE }),
    );
    const entry = this.#store.base.rooms.get(roomId);
    const merged = entry?.window && merge(entry.window, page);
    if (!entry || !merged) return;
    const shown = changes.filter((change) => !isCleared(entry, { seq: seqOf(change) }));
    const window = withChanges(merged, shown, this.#store.base.me?.id);
    const base = withPeople(this.#store.base, page.people);
    this.#store.setBase({ ...base, rooms: new Map(base.rooms).set(roomId, withoutCleared({ ...entry, window })) });
  }
}
