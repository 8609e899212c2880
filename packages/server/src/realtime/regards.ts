import type { UserId } from "@parley/contract";
import type { Regard } from "../domain/visibility.ts";
import type { Logger } from "../lib/logger.ts";

const retryMs = 1_000;

interface Held {
  holders: number;
  /** Null while it is read, for the first time or anew. */
  regard: Regard | null;
  /** Counts the changes: what was read before the last of them is not taken. */
  version: number;
  reading: Promise<Regard> | null;
}

export interface RegardsOptions {
  readonly read: (userId: UserId) => Promise<Regard>;
  readonly logger: Logger;
  /** What held has been replaced. */
  readonly onRenewed: (before: Regard, after: Regard) => void;
}

/**
 * How everyone who is here is to be treated: one small record per person, read when their first connection comes, and
 * anew when a commit has changed it. From that commit until it is read, nothing is known: nothing is told.
 */
export class Regards {
  readonly #options: RegardsOptions;
  readonly #held = new Map<UserId, Held>();

  constructor(options: RegardsOptions) {
    this.#options = options;
  }

  /** Of somebody held; null if they are not, or while theirs is read anew. */
  get(userId: UserId): Regard | null {
    return this.#held.get(userId)?.regard ?? null;
  }

  isHeld(userId: UserId): boolean {
    return this.#held.has(userId);
  }

  /** Of anybody: as held, or read for this once. */
  of(userId: UserId): Promise<Regard> {
    const held = this.#held.get(userId);
    if (held === undefined) return this.#options.read(userId);
    return held.regard === null ? this.#read(userId, held) : Promise.resolve(held.regard);
  }

  /** Every call is matched by one of `release`, also when it fails. */
  async hold(userId: UserId): Promise<void> {
    const held = this.#held.get(userId) ?? { holders: 0, regard: null, version: 0, reading: null };
    held.holders += 1;
    this.#held.set(userId, held);
    if (held.regard === null) await this.#read(userId, held);
  }

  release(userId: UserId): void {
    const held = this.#held.get(userId);
    if (held === undefined) return;
    held.holders -= 1;
    if (held.holders === 0) this.#held.delete(userId);
  }

  /** A commit has changed something of it. */
  renew(userId: UserId): void {
    const held = this.#held.get(userId);
    if (held === undefined) return;
    held.version += 1;
    const before = held.regard;
    held.regard = null;
    // Without one before, it is being read already; whoever waits for that gets the new one.
    if (before !== null) void this.#renew(userId, held, before);
  }

  async #renew(userId: UserId, held: Held, before: Regard): Promise<void> {
    try {
      const after = await this.#read(userId, held);
      if (this.#held.get(userId) === held) this.#options.onRenewed(before, after);
    } catch {
      this.#options.logger.warn("Who may see whom could not be read; it is tried again.");
      setTimeout(() => this.#held.get(userId) === held && void this.#renew(userId, held, before), retryMs).unref();
    }
  }

  #read(userId: UserId, held: Held): Promise<Regard> {
    held.reading ??= this.#readNewest(userId, held).finally(() => {
      held.reading = null;
    });
    return held.reading;
  }

  async #readNewest(userId: UserId, held: Held): Promise<Regard> {
    for (;;) {
      const { version } = held;
      const regard = await this.#options.read(userId);
      if (held.version !== version) continue;
      held.regard = regard;
      return regard;
    }
  }
}
