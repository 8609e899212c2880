import type { UserId } from "@parley/contract";

/** Somebody who went offline is still here for this long: a reconnect is not a coming and going. */
export const graceMs = 3_000;
/** After a gap of our own, the others may need a little longer to be back than we did. */
export const graceAfterGapMs = 15_000;

export interface CompanyOptions {
  readonly me: UserId;
  readonly onCame: (userId: UserId) => void;
  readonly onWent: (userId: UserId) => void;
  /** Runs `then` after `ms`, unless the answered function is called before. */
  readonly later: (ms: number, then: () => void) => () => void;
}

/** What {@link Company} is told; the shape of `presence:changed`. */
export interface Presence {
  readonly online: readonly UserId[];
  readonly offline: readonly UserId[];
  readonly isWhole: boolean;
}

interface Visitor {
  /** Whether they were ever seen online, so that their absence from a whole list means something. */
  wasOnline: boolean;
  cancelLeave: (() => void) | null;
}

/**
 * Who is in the room, as the plain lines tell it: everyone comes once and goes once, whether by joining and leaving the
 * room or by coming online and going offline. Those who were here before us are not announced; nor are we.
 */
export class Company {
  readonly #options: CompanyOptions;
  readonly #here = new Map<UserId, Visitor>();
  #knowsWhole = false;

  constructor(options: CompanyOptions) {
    this.#options = options;
  }

  joined(userId: UserId): void {
    this.#come(userId, { isOnline: false, isSilent: false });
  }

  left(userId: UserId): void {
    const visitor = this.#here.get(userId);
    if (!visitor) return;
    visitor.cancelLeave?.();
    this.#here.delete(userId);
    this.#options.onWent(userId);
  }

  presence({ online, offline, isWhole }: Presence): void {
    const isFirst = isWhole && !this.#knowsWhole;
    for (const userId of online) this.#come(userId, { isOnline: true, isSilent: isFirst });
    for (const userId of offline) this.#leaveLater(userId, graceMs);
    if (!isWhole) return;
    this.#knowsWhole = true;
    const listed = new Set(online);
    for (const [userId, visitor] of this.#here) {
      if (visitor.wasOnline && !listed.has(userId)) this.#leaveLater(userId, graceAfterGapMs);
    }
  }

  /** Forgets what is still due. */
  stop(): void {
    for (const visitor of this.#here.values()) visitor.cancelLeave?.();
    this.#here.clear();
  }

  #come(userId: UserId, how: { isOnline: boolean; isSilent: boolean }): void {
    if (userId === this.#options.me) return;
    const visitor = this.#here.get(userId);
    if (visitor) {
      visitor.wasOnline ||= how.isOnline;
      visitor.cancelLeave?.();
      visitor.cancelLeave = null;
      return;
    }
    this.#here.set(userId, { wasOnline: how.isOnline, cancelLeave: null });
    if (!how.isSilent) this.#options.onCame(userId);
  }

  #leaveLater(userId: UserId, ms: number): void {
    const visitor = this.#here.get(userId);
    if (!visitor || visitor.cancelLeave) return;
    visitor.cancelLeave = this.#options.later(ms, () => this.left(userId));
  }
}
