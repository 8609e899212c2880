import { type Input, type Output, ParleyError, type RequestName } from "@parley/contract";
import type { Link } from "../connection.ts";

/** One connection's worth of questions: what an earlier connection answers no longer counts, and its timers are off. */
export class Round {
  readonly #link: Link;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #isOver = false;

  constructor(link: Link) {
    this.#link = link;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  end(): void {
    this.#isOver = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  async ask<N extends RequestName>(name: N, input: Input<N>): Promise<Output<N>> {
    this.mustGoOn();
    const answer = await this.#link.request(name, input);
    this.mustGoOn();
    return answer;
  }

  later(afterMs: number, run: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      run();
    }, afterMs);
    this.#timers.add(timer);
  }

  /** Never resolves when the connection goes first; whoever waits is forgotten with it. */
  pause(forMs: number): Promise<void> {
    return new Promise((resolve) => this.later(forMs, resolve));
  }

  /** Throws once the connection is gone. */
  mustGoOn(): void {
    if (this.#isOver) throw new ParleyError("unavailable", "The connection was lost meanwhile.");
  }
}
