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
import { io, type Socket } from "socket.io-client";
import { Backoff } from "./backoff.ts";
import { errorOf } from "./errors.ts";

const CONNECT_TIMEOUT_MS = 10_000;
const REPLY_TIMEOUT_MS = 10_000;

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
  clock: () => number;
  random: () => number;
  hooks: ConnectionHooks;
}

/**
 * One Socket.IO connection at a time, made anew for every attempt, so that nothing is left over: no send buffer, no
 * recovered session. Whoever needs an answer asks again (the outbox, the resync).
 */
export class Connection implements Link {
  readonly #options: ConnectionOptions;
  readonly #backoff: Backoff;
  #socket: Socket | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isStarted = false;
  /** When the server was last heard of, epoch ms. */
  heardAt = 0;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#backoff = new Backoff(options.random);
  }

  get isConnected(): boolean {
    return this.#socket?.connected === true;
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
    if (this.#isStarted && this.#socket === null) this.#attempt();
  }

  /** The connection is of no use, although nobody has closed it (half-open): make a new one. */
  renew(): void {
    if (this.#isStarted && this.#socket !== null) this.#lose();
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
    const socket = this.#socket;
    if (!socket?.connected) throw new ParleyError("unavailable", "There is no connection to the server.");
    let reply: Reply<Output<N>>;
    try {
      reply = await socket.timeout(REPLY_TIMEOUT_MS).emitWithAck(name, input);
    } catch {
      throw new ParleyError("unavailable", "The server did not answer.");
    }
    this.heardAt = this.#options.clock();
    if (reply.ok) return reply.data;
    throw errorOf(reply.error);
  }

  signal<N extends SignalName>(name: N, input: Input<N>): void {
    if (this.isConnected) this.#socket?.emit(name, input);
  }

  #attempt(): void {
    clearTimeout(this.#timer);
    const socket = open(this.#options);
    this.#socket = socket;
    socket.on("connect", () => {
      this.heardAt = this.#options.clock();
      this.#options.hooks.onConnected();
    });
    socket.on("events", (batch: Batch) => {
      this.heardAt = this.#options.clock();
      this.#options.hooks.onBatch(batch);
    });
    socket.on("disconnect", () => {
      if (socket === this.#socket) this.#lose();
    });
    socket.on("connect_error", (error: Error & { data?: Partial<WireError> }) => {
      if (socket === this.#socket) this.#fail(error.data);
    });
    socket.connect();
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
    const socket = this.#socket;
    this.#socket = null;
    socket?.removeAllListeners();
    socket?.disconnect();
  }
}

/**
 * Without a token it is the page's cookie that tells who I am, and it counts only beside an Origin. Browsers send none
 * with a poll of their own server: it would be nobody's, and whoever is signed in be taken for signed out.
 */
function open({ url, token }: ConnectionOptions): Socket {
  const options = {
    autoConnect: false,
    forceNew: true,
    reconnection: false,
    timeout: CONNECT_TIMEOUT_MS,
    transports: token === undefined ? ["websocket"] : ["websocket", "polling"],
    tryAllTransports: true,
    withCredentials: true,
    ...(token === undefined ? {} : { extraHeaders: { authorization: `Bearer ${token}` } }),
  };
  return url === "" ? io(options) : io(url, options);
}
