import type { Limiter } from "@parley/contract";

/** What the server's limiter lets through, as far as this client alone can know. Only ever a guess. */
export class Bucket {
  readonly #limiter: Limiter;
  #tokens: number;
  #at = 0;

  constructor(limiter: Limiter) {
    this.#limiter = limiter;
    this.#tokens = limiter.burst;
  }

  left(now: number): number {
    const gained = (Math.max(0, now - this.#at) / 60_000) * this.#limiter.perMinute;
    this.#tokens = Math.min(this.#limiter.burst, this.#tokens + gained);
    this.#at = now;
    return Math.floor(this.#tokens);
  }

  take(now: number): void {
    this.left(now);
    this.#tokens = Math.max(0, this.#tokens - 1);
  }
}
