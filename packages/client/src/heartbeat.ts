const QUIET_MS = 30_000;
const LOOK_MS = 5_000;

export interface HeartbeatOptions {
  clock: () => number;
  /** Epoch ms. */
  heardAt: () => number;
  isLive: () => boolean;
  check: () => Promise<void>;
}

/** When the server has been silent for long, asks it whether anything was missed. */
export class Heartbeat {
  readonly #options: HeartbeatOptions;
  #timer: ReturnType<typeof setInterval> | undefined;
  #isChecking = false;

  constructor(options: HeartbeatOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const { clock, heardAt } = this.#options;
    // Either way round: a clock that jumped back is no reason to stay silent for long.
    if (Math.abs(clock() - heardAt()) >= QUIET_MS) void this.now();
  }

  async now(): Promise<void> {
    if (this.#isChecking || !this.#options.isLive()) return;
    this.#isChecking = true;
    await this.#options.check().finally(() => {
      this.#isChecking = false;
    });
  }
}
