/**
 * Gathers the last value per key and place for a short while, then hands each place what it has. For what is only
 * interesting in its latest state: pointers, typing, presence.
 */
export class Coalescer<Place, Key, Value> {
  readonly #pending = new Map<Place, Map<Key, Value>>();
  readonly #flush: (place: Place, values: Map<Key, Value>) => void;
  readonly #gatherMs: number;
  #timer: NodeJS.Timeout | null = null;

  constructor(gatherMs: number, flush: (place: Place, values: Map<Key, Value>) => void) {
    this.#gatherMs = gatherMs;
    this.#flush = flush;
  }

  put(place: Place, key: Key, value: Value): void {
    let values = this.#pending.get(place);
    if (values === undefined) {
      values = new Map();
      this.#pending.set(place, values);
    }
    values.set(key, value);
    this.#timer ??= setTimeout(() => this.flushAll(), this.#gatherMs);
  }

  /** The same, unless something newer waits already. */
  putOlder(place: Place, key: Key, value: Value): void {
    if (this.#pending.get(place)?.has(key) !== true) this.put(place, key, value);
  }

  flushAll(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const due = [...this.#pending];
    this.#pending.clear();
    for (const [place, values] of due) this.#flush(place, values);
  }
}
