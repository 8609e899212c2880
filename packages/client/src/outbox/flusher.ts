import { isRetryable, type ParleyError, rates } from "@parley/contract";
import { Backoff } from "../backoff.ts";
import type { Link } from "../connection.ts";
import { asParleyError } from "../errors.ts";
import type { OutboxItem } from "../state.ts";
import { Bucket } from "./bucket.ts";
import { besideNew, isNewMessage, laneOf, lanesOf, superseded, toSend } from "./lanes.ts";

/** How many requests of one room may be under way at once. */
const IN_FLIGHT = 20;

export interface FlusherOptions {
  link: Link;
  clock: () => number;
  random: () => number;
  /** What is to be sent, oldest first. */
  items(): readonly OutboxItem[];
  isDurable(item: OutboxItem): boolean;
  userRev(): number;
  hooks: FlusherHooks;
}

export interface FlusherHooks {
  onChange(item: OutboxItem): void;
  onSuperseded(item: OutboxItem): void;
  onDone(item: OutboxItem, output: unknown, userRev: number): void;
  /** Refused for good. */
  onRefused(item: OutboxItem, error: ParleyError): void;
}

/**
 * Sends the outbox, in order within each lane. An outcome that is not known (no answer, the connection gone) is asked
 * for again with the same id; what the server cannot do now waits; what it refuses is handed back and the rest goes on.
 */
export class Flusher {
  readonly #options: FlusherOptions;
  readonly #inFlight = new Set<string>();
  readonly #tried = new Set<string>();
  readonly #backoffs = new Map<string, Backoff>();
  readonly #blocked = new Map<string, ReturnType<typeof setTimeout>>();
  /** Lanes whose messages go out one at a time, because the server has said when it takes the next. */
  readonly #slow = new Set<string>();
  /** Blocked lanes in which only new messages wait: an edit need not wait an hour for a slow room. */
  readonly #newWait = new Set<string>();
  readonly #bucket = new Bucket(rates.send);
  #isLeading = false;
  #isConnected = false;

  constructor(options: FlusherOptions) {
    this.#options = options;
  }

  lead(isLeading: boolean): void {
    this.#isLeading = isLeading;
    // Whoever led before me may have tried any of these.
    for (const item of this.#options.items()) this.#tried.add(item.key);
    this.pump();
  }

  connect(isConnected: boolean): void {
    this.#isConnected = isConnected;
    for (const timer of this.#blocked.values()) clearTimeout(timer);
    this.#blocked.clear();
    this.#backoffs.clear();
    this.pump();
  }

  stop(): void {
    this.#isLeading = false;
    this.connect(false);
  }

  isInFlight(item: OutboxItem): boolean {
    return this.#inFlight.has(item.key);
  }

  pump(): void {
    if (!this.#isLeading) return;
    const { items, isDurable, hooks } = this.#options;
    const isUntried = (item: OutboxItem) => !this.#tried.has(item.key);
    for (const lane of lanesOf(items().filter(isDurable)).values()) {
      for (const item of superseded(lane, isUntried)) hooks.onSuperseded(item);
    }
    if (!this.#isConnected) return;
    const lanes = lanesOf(items());
    for (const name of this.#slow) if (!lanes.get(name)?.some(isNewMessage)) this.#slow.delete(name);
    for (const [name, lane] of lanes) {
      if (!this.#blocked.has(name)) this.#pumpLane(name, lane);
      else if (this.#newWait.has(name)) this.#pumpLane(name, besideNew(lane));
    }
  }

  #pumpLane(name: string, lane: readonly OutboxItem[]): void {
    const isMessages = lane[0]?.request.name.startsWith("message:") === true;
    // Near the limit one at a time: if the server refuses one for now, none after it may slip through.
    const most = isMessages && !this.#slow.has(name) ? IN_FLIGHT : 1;
    const width = Math.max(1, Math.min(most, this.#bucket.left(this.#options.clock())));
    const isInFlight = (item: OutboxItem) => this.isInFlight(item);
    for (const item of toSend(lane, { isInFlight, isDurable: this.#options.isDurable, width })) {
      if (isMessages) this.#bucket.take(this.#options.clock());
      void this.#attempt(item);
    }
  }

  async #attempt(item: OutboxItem): Promise<void> {
    const { link, hooks, userRev } = this.#options;
    const revBefore = userRev();
    this.#inFlight.add(item.key);
    this.#tried.add(item.key);
    hooks.onChange({ ...item, status: "sending" });
    try {
      const output = await link.request(item.request.name, item.request.input);
      this.#inFlight.delete(item.key);
      this.#tried.delete(item.key);
      this.#backoffs.delete(laneOf(item));
      hooks.onDone(item, output, revBefore);
    } catch (error) {
      this.#inFlight.delete(item.key);
      this.#failed(item, asParleyError(error));
    }
    this.pump();
  }

  #failed(item: OutboxItem, error: ParleyError): void {
    // A session that has ended says nothing about what was asked: it can be asked on the next.
    if (!isRetryable(error.code) && error.code !== "unauthenticated") {
      this.#options.hooks.onRefused(item, error);
      return;
    }
    this.#options.hooks.onChange({ ...item, status: "waiting" });
    if (!this.#options.link.isConnected || !this.#isConnected) return;
    const lane = laneOf(item);
    const isSlowed = error.code === "rate_limited" && isNewMessage(item);
    if (isSlowed) for (const set of [this.#slow, this.#newWait]) set.add(lane);
    else this.#newWait.delete(lane);
    this.#block(lane, error.retryAfterMs ?? 0);
  }

  #block(lane: string, atLeastMs: number): void {
    const backoff = this.#backoffs.get(lane) ?? new Backoff(this.#options.random);
    this.#backoffs.set(lane, backoff);
    clearTimeout(this.#blocked.get(lane));
    const unblock = () => {
      this.#blocked.delete(lane);
      this.pump();
    };
    this.#blocked.set(lane, setTimeout(unblock, Math.max(atLeastMs, backoff.next())));
  }
}
