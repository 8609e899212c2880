import type { EventPair, RoomId } from "@parley/contract";

const MOST_EVENTS = 2_000;
const MOST_ROOMS = 1_000;

/** Events that wait for what they build on: those of each room apart, and mine (`undefined`). Bounded. */
export class EventQueue {
  readonly #waiting = new Map<RoomId | undefined, EventPair[]>();

  /** False when there was no place for it: then what was waiting is gone too, and must be fetched. */
  add(of: RoomId | undefined, pairs: readonly EventPair[]): boolean {
    const waiting = this.#waiting.get(of) ?? [];
    if (waiting.length + pairs.length > MOST_EVENTS || (waiting.length === 0 && this.#waiting.size >= MOST_ROOMS)) {
      this.#waiting.delete(of);
      return false;
    }
    this.#waiting.set(of, [...waiting, ...pairs]);
    return true;
  }

  take(of: RoomId | undefined): readonly EventPair[] {
    const waiting = this.#waiting.get(of) ?? [];
    this.#waiting.delete(of);
    return waiting;
  }

  rooms(): readonly RoomId[] {
    return [...this.#waiting.keys()].filter((of) => of !== undefined);
  }

  clear(): void {
    this.#waiting.clear();
  }
}
