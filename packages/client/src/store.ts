import type { RoomId } from "@parley/contract";
import { withKey } from "./immutable.ts";
import { type LocalDraft, Overlay } from "./overlay.ts";
import { type ClientState, emptyState, type OutboxItem, type RoomEntry } from "./state.ts";

/** The one place where the state is held. `base` is the server's word; `shown` has the outbox on top of it. */
export class Store {
  #base: ClientState;
  #shown: ClientState;
  #outbox: readonly OutboxItem[] = [];
  #drafts: ReadonlyMap<RoomId, LocalDraft> = new Map();
  #depth = 0;
  readonly #overlay = new Overlay();
  readonly #listeners = new Set<() => void>();

  constructor(now: number) {
    this.#base = emptyState(now);
    this.#shown = this.#base;
  }

  get base(): ClientState {
    return this.#base;
  }

  get shown(): ClientState {
    return this.#shown;
  }

  get outbox(): readonly OutboxItem[] {
    return this.#outbox;
  }

  get drafts(): ReadonlyMap<RoomId, LocalDraft> {
    return this.#drafts;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Several changes that are seen as one. */
  batch<T>(change: () => T): T {
    this.#depth += 1;
    try {
      return change();
    } finally {
      this.#depth -= 1;
      this.#refresh();
    }
  }

  setBase(base: ClientState): void {
    this.#base = base;
    this.#refresh();
  }

  setEntry(entry: RoomEntry): void {
    const { id } = entry.state.room;
    if (this.#base.rooms.has(id)) this.setBase({ ...this.#base, rooms: withKey(this.#base.rooms, id, entry) });
  }

  setOutbox(outbox: readonly OutboxItem[]): void {
    this.#outbox = outbox;
    this.#refresh();
  }

  setDrafts(drafts: ReadonlyMap<RoomId, LocalDraft>): void {
    this.#drafts = drafts;
    this.#refresh();
  }

  #refresh(): void {
    if (this.#depth > 0) return;
    const rooms = this.#overlay.over(this.#base, this.#outbox, this.#drafts);
    const next = { ...this.#base, rooms, outbox: this.#outbox };
    if (isSameState(this.#shown, next)) return;
    this.#shown = next;
    for (const listener of [...this.#listeners]) listener();
  }
}

function isSameState(one: ClientState, other: ClientState): boolean {
  return (Object.keys(other) as (keyof ClientState)[]).every((key) => one[key] === other[key]);
}
