import {
  type Batch,
  type Input,
  type Output,
  ParleyError,
  type Reply,
  type RequestName,
  type SignalName,
  type WireError,
} from "@parley/contract";
import { Backoff } from "./backoff.ts";
import { errorOf } from "./errors.ts";
import type { OpenWire, Wire } from "./wire.ts";

/** How the rest of the client talks to the server. */
export interface Link {
  readonly isConnected: boolean;
  /** Throws ParleyError: the server's refusal, or `unavailable` when the outcome is not known. */
  request<N extends RequestName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** Sent if there is a connection, forgotten otherwise. */
  signal<N extends SignalName>(name: N, input: Input<N>): void;
}

export interface ConnectionHooks {
  onBatch(batch: Batch): void;
  onConnected(): void;
  /** The connection is gone, or could not be made; the next attempt is at `retryAt`. */
  onLost(retryAt: number): void;
  /** The server knows no such session: no further attempt. */
  onSignedOut(): void;
}

export interface ConnectionOptions {
  url: string;
  token?: string | undefined;
  openWire: OpenWire;
  clock: () => number;
  random: () => number;
  hooks: ConnectionHooks;
}

/**
 * One wire at a time, made anew for every attempt, so that nothing is left over: no send buffer, no recovered session.
 * Whoever needs an answer asks again (the outbox, the resync).
 */
export class Connection implements Link {
  readonly #options: ConnectionOptions;
  readonly #backoff: Backoff;
  #wire: Wire | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isStarted = false;
  /** When the server was last heard of, epoch ms. */
  heardAt = 0;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#backoff = new Backoff(options.random);
  }

  get isConnected(): boolean {
    return this.#wire?.isOpen === true;
  }

  start(): void {
    this.#isStarted = true;
    this.#attempt();
  }

  stop(): void {
    this.#isStarted = false;
    clearTimeout(this.#timer);
    this.#close();
  }

  /** The network may be back: do not wait for the next attempt. */
  wake(): void {
    if (this.#isStarted && this.#wire === null) this.#attempt();
  }

  /** The connection is of no use, although nobody has closed it (half-open): make a new one. */
  renew(): void {
    if (this.#isStarted && this.#wire !== null) this.#lose();
  }

  /** There is no session to connect with: no further attempt. */
  refuse(): void {
    this.stop();
    this.#options.hooks.onSignedOut();
  }

  /** All went well: the next loss is retried soon. */
  settle(): void {
    this.#backoff.reset();
  }

  async request<N extends RequestName>(name: N, input: Input<N>): Promise<Output<N>> {
    const wire = this.#wire;
    if (!wire?.isOpen) throw new ParleyError("unavailable", "There is no connection to the server.");
    let reply: Reply<Output<N>>;
    try {
      reply = (await wire.request(name, input)) as Reply<Output<N>>;
    } catch {
      throw new ParleyError("unavailable", "The server did not answer.");
    }
    this.heardAt = this.#options.clock();
    if (reply.ok) return reply.data;
    throw errorOf(reply.error);
  }

  signal<N extends SignalName>(name: N, input: Input<N>): void {
    if (this.isConnected) this.#wire?.signal(name, input);
  }

  #attempt(): void {
    clearTimeout(this.#timer);
    const { url, token, openWire, hooks, clock } = this.#options;
    const wire = openWire({
      url,
      token,
      hooks: {
        onOpen: () => {
          this.heardAt = clock();
          hooks.onConnected();
        },
        onBatch: (batch) => {
          this.heardAt = clock();
          hooks.onBatch(batch);
        },
        onEnd: (reason) => {
          if (wire === this.#wire) this.#fail(reason);
        },
      },
    });
    this.#wire = wire;
  }

  #fail(reason: Partial<WireError> | undefined): void {
    if (reason?.code === "unauthenticated") this.refuse();
    else this.#lose(reason?.retryAfterMs);
  }

  #lose(atLeastMs = 0): void {
    this.#close();
    const delay = Math.max(atLeastMs, this.#backoff.next());
    this.#timer = setTimeout(() => this.#attempt(), delay);
    this.#options.hooks.onLost(this.#options.clock() + delay);
  }

  #close(): void {
    const wire = this.#wire;
    this.#wire = null;
    wire?.close();
  }
}
