import { type EventPair, limits, type RoomId } from "@parley/contract";
import type { Link } from "./connection.ts";
import type { Store } from "./store.ts";

const GATHER_MS = 1_000;
const ROOMS_AT_ONCE = 100;

/** Tells the server how far others' messages have reached this device: at most once a second, all rooms together. */
export class Deliveries {
  readonly #store: Store;
  readonly #link: Link;
  readonly #waiting = new Map<RoomId, number>();
  readonly #told = new Map<RoomId, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: Store, link: Link) {
    this.#store = store;
    this.#link = link;
  }

  observe(roomId: RoomId | undefined, [name, payload]: EventPair): void {
    if (roomId !== undefined && name === "message:sent" && payload.senderId !== this.#store.base.me?.id) {
      this.#reached(roomId, payload.seq);
    }
    // What came while I was invisible is told once I am not.
    if (name === "settings:changed") this.connected();
    // Until it was accepted, its sender was told of no delivery.
    if (name === "room:accepted") this.#reached(payload.state.room.id, payload.state.lastSeq);
  }

  /** After a snapshot: what came while this device was away. */
  connected(): void {
    for (const [roomId, { state }] of this.#store.base.rooms)
      if (state.unread > 0) this.#reached(roomId, state.lastSeq);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #reached(roomId: RoomId, seq: number): void {
    this.#waiting.set(roomId, Math.max(seq, this.#waiting.get(roomId) ?? 0));
    this.#timer ??= setTimeout(() => void this.#tell(), GATHER_MS);
  }

  async #tell(): Promise<void> {
    this.#timer = undefined;
    const isShown = this.#store.base.settings.presence !== "invisible";
    const rooms = [...(isShown ? this.#waiting : [])]
      .map(([roomId, seq]) => ({ roomId, seq }))
      .filter(({ roomId, seq }) => this.#isNews(roomId, seq))
      .slice(0, ROOMS_AT_ONCE);
    // Without an answer the next snapshot brings them up again.
    this.#waiting.clear();
    if (rooms.length === 0 || !this.#link.isConnected) return;
    try {
      await this.#link.request("receipt:delivered", { rooms });
      for (const { roomId, seq } of rooms) this.#told.set(roomId, seq);
    } catch {
      return;
    }
  }

  #isNews(roomId: RoomId, seq: number): boolean {
    const entry = this.#store.base.rooms.get(roomId);
    const me = this.#store.base.me?.id;
    if (
      !entry ||
      entry.state.isRequest ||
      entry.state.room.thread !== undefined ||
      me === undefined ||
      entry.state.room.memberCount > limits.receiptMembers
    )
      return false;
    const known = Math.max(entry.state.readSeq, entry.receipts.get(me)?.deliveredSeq ?? 0, this.#told.get(roomId) ?? 0);
    return seq > known;
  }
}
