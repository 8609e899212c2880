import { isRetryable, ParleyError, type RoomId } from "@parley/contract";
import { asParleyError } from "../errors.ts";
import { emptyEntry, type RoomWindow } from "../state.ts";
import type { Store } from "../store.ts";
import type { RoomSync } from "../sync/room-sync.ts";
import { countingOf } from "../unread.ts";
import { keepNewest } from "../windows.ts";
import { firstUnread, shows } from "./dividers.ts";
import type { Members } from "./members.ts";

const KEPT_WINDOWS = 20;
const CLOSED_MESSAGES = 100;

interface Waiter {
  at: "latest" | "unread";
  resolve(): void;
  reject(error: ParleyError): void;
}

/** Which rooms are on screen, and which others are still loaded because they were. */
export class Conversations {
  readonly #store: Store;
  readonly #rooms: RoomSync;
  readonly #members: Members;
  /** The last opened first. */
  #recent: readonly RoomId[] = [];
  readonly #opened = new Set<RoomId>();
  readonly #waiters = new Map<RoomId, Waiter[]>();
  #isReady = false;

  constructor(store: Store, rooms: RoomSync, members: Members) {
    this.#store = store;
    this.#rooms = rooms;
    this.#members = members;
  }

  /** The last opened first. */
  opened(): readonly RoomId[] {
    return this.#recent.filter((roomId) => this.#opened.has(roomId));
  }

  /** Rooms whose windows are kept, the last opened first. */
  recent(): readonly RoomId[] {
    return this.#recent;
  }

  restore(recent: readonly RoomId[]): void {
    this.#recent = recent;
  }

  /** Whether this connection has told which rooms there are. */
  setReady(isReady: boolean): void {
    this.#isReady = isReady;
  }

  async open(roomId: RoomId, at: "latest" | "unread"): Promise<void> {
    const wasOpen = this.#opened.has(roomId);
    this.#opened.add(roomId);
    this.#recent = [roomId, ...this.#recent.filter((id) => id !== roomId)];
    try {
      await this.#load(roomId, at);
    } catch (error) {
      if (!wasOpen) this.#opened.delete(roomId);
      throw error;
    }
    if (!wasOpen && this.#opened.has(roomId)) this.#setDivider(roomId);
    this.#dropOldWindows();
  }

  close(roomId: RoomId): void {
    if (!this.#opened.delete(roomId)) return;
    const entry = this.#store.base.rooms.get(roomId);
    if (entry?.window) {
      const window = afterClosing(entry.window);
      if (window !== entry.window) this.#store.setEntry(window ? { ...entry, window } : emptyEntry(entry.state));
    }
    this.#settle(roomId, new ParleyError("unavailable", "The room was closed before it was loaded."));
  }

  /** Brings a room on screen up to date after a connection was made. */
  async refresh(roomId: RoomId): Promise<void> {
    const entry = this.#store.base.rooms.get(roomId);
    const at = this.#waiters.get(roomId)?.at(-1)?.at ?? "latest";
    try {
      if (!entry) throw new ParleyError("not_found", "There is no such room.");
      if (entry.window) await this.#rooms.pull(roomId);
      else await this.#rooms.open(roomId, at);
      this.#settle(roomId, null);
      this.#members.loadFirst(roomId);
    } catch (thrown) {
      const error = asParleyError(thrown);
      if (!isRetryable(error.code)) this.#settle(roomId, error);
    }
  }

  stop(): void {
    for (const roomId of [...this.#waiters.keys()]) {
      this.#settle(roomId, new ParleyError("unavailable", "The client was stopped."));
    }
  }

  async #load(roomId: RoomId, at: "latest" | "unread"): Promise<void> {
    const entry = this.#store.base.rooms.get(roomId);
    const isShown = shows(entry, at);
    if (!this.#isReady) {
      if (!isShown) await this.#wait(roomId, at);
      return;
    }
    if (!isShown) {
      await this.#rooms.open(roomId, at);
      return;
    }
    if (!this.#rooms.isFresh(roomId)) void this.#rooms.pull(roomId);
    this.#members.loadFirst(roomId);
  }

  #wait(roomId: RoomId, at: "latest" | "unread"): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiters.set(roomId, [...(this.#waiters.get(roomId) ?? []), { at, resolve, reject }]);
    });
  }

  #settle(roomId: RoomId, error: ParleyError | null): void {
    const waiters = this.#waiters.get(roomId) ?? [];
    this.#waiters.delete(roomId);
    for (const waiter of waiters) {
      if (error) waiter.reject(error);
      else waiter.resolve();
    }
  }

  #setDivider(roomId: RoomId): void {
    const entry = this.#store.base.rooms.get(roomId);
    if (!entry?.window) return;
    const dividerSeq = firstUnread(entry, countingOf(this.#store.base));
    if (dividerSeq === entry.window.dividerSeq) return;
    this.#store.setEntry({ ...entry, window: { ...entry.window, dividerSeq } });
  }

  #dropOldWindows(): void {
    const { rooms } = this.#store.base;
    const loaded = this.#recent.filter((roomId) => rooms.get(roomId)?.window);
    this.#recent = [...loaded, ...this.opened().filter((roomId) => !loaded.includes(roomId))];
    for (const roomId of loaded.slice(KEPT_WINDOWS)) {
      const entry = rooms.get(roomId);
      if (entry && !this.#opened.has(roomId)) this.#store.setEntry(emptyEntry(entry.state));
    }
  }
}

/**
 * What stays of a window that is no longer on screen: the newest messages, or nothing if it stood elsewhere. The same
 * window if that is all of it: going from room to room then changes no state.
 */
function afterClosing(window: RoomWindow): RoomWindow | null {
  if (!window.isEnd) return null;
  return keepNewest(window.dividerSeq === null ? window : { ...window, dividerSeq: null }, CLOSED_MESSAGES);
}
