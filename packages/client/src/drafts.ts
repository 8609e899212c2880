import type { RoomId } from "@parley/contract";
import { withKey, withoutKey } from "./immutable.ts";
import type { Outbox } from "./outbox/outbox.ts";
import type { LocalDraft } from "./overlay.ts";
import type { Store } from "./store.ts";

const PAUSE_MS = 400;

/** What I am writing: in the state at every key, in the outbox at every pause. */
export class Drafts {
  readonly #store: Store;
  readonly #outbox: Outbox;
  readonly #clock: () => number;
  readonly #timers = new Map<RoomId, ReturnType<typeof setTimeout>>();

  constructor(store: Store, outbox: Outbox, clock: () => number) {
    this.#store = store;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  save(roomId: RoomId, body: string, replyTo: number | undefined): void {
    const shown = this.#store.shown.rooms.get(roomId)?.state.draft;
    if ((shown?.body ?? "") === body && shown?.replyTo === (body === "" ? undefined : replyTo)) return;
    const draft: LocalDraft = { body, savedAt: this.#clock(), ...(replyTo === undefined ? {} : { replyTo }) };
    this.#store.setDrafts(withKey(this.#store.drafts, roomId, draft));
    clearTimeout(this.#timers.get(roomId));
    this.#timers.set(
      roomId,
      setTimeout(() => void this.#flush(roomId), PAUSE_MS),
    );
  }

  async flush(): Promise<void> {
    await Promise.all([...this.#timers.keys()].map((roomId) => this.#flush(roomId)));
  }

  async #flush(roomId: RoomId): Promise<void> {
    clearTimeout(this.#timers.get(roomId));
    this.#timers.delete(roomId);
    const draft = this.#store.drafts.get(roomId);
    if (!draft) return;
    const { savedAt: _, ...content } = draft;
    // In the outbox at once, on disk a little later: it is shown all the while.
    const written = this.#outbox.add({ name: "draft:save", input: { roomId, ...content } });
    if (this.#store.drafts.get(roomId) === draft) this.#store.setDrafts(withoutKey(this.#store.drafts, roomId));
    await written.catch(() => {});
  }
}
