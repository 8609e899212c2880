const FIRST_MS = 300;
const LONGEST_MS = 20_000;

/** Growing, jittered pauses: a thousand clients that lost the same server do not come back in the same instant. */
export class Backoff {
  readonly #random: () => number;
  #attempts = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** Milliseconds to wait now; the next pause is about twice as long. */
  next(): number {
    const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.#attempts);
    this.#attempts += 1;
    return Math.round(longest * (0.5 + this.#random() / 2));
  }

  reset(): void {
    this.#attempts = 0;
  }
}
