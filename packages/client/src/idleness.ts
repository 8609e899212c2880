/** Nobody is before a device that has had no input for this long. */
export const idleAfterMs = 10 * 60_000;

export interface IdlenessOptions {
  readonly onChange: (isIdle: boolean) => void;
  readonly afterMs?: number;
  /** Epoch ms. */
  readonly clock?: () => number;
}

/**
 * Whether somebody is before the device. Interfaces call `input` at every key, click or touch, as often as they like: it
 * costs a look at the clock.
 */
export class Idleness {
  readonly #options: Required<IdlenessOptions>;
  #lastAt: number;
  #isIdle = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ onChange, afterMs = idleAfterMs, clock = Date.now }: IdlenessOptions) {
    this.#options = { onChange, afterMs, clock };
    this.#lastAt = clock();
    this.#wait(afterMs);
  }

  input(): void {
    this.#lastAt = this.#options.clock();
    if (!this.#isIdle) return;
    this.#isIdle = false;
    this.#wait(this.#options.afterMs);
    this.#options.onChange(false);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #wait(ms: number): void {
    this.#timer = setTimeout(() => this.#look(), ms);
  }

  #look(): void {
    const { afterMs, clock, onChange } = this.#options;
    const leftMs = this.#lastAt + afterMs - clock();
    if (leftMs > 0) {
      // Not for longer than that, wherever the clock has jumped to.
      this.#wait(Math.min(leftMs, afterMs));
      return;
    }
    this.#isIdle = true;
    onChange(true);
  }
}
