import type { Batch, Reply, WireError } from "@parley/contract";
import { CONNECT_TIMEOUT_MS, REPLY_TIMEOUT_MS, type Wire, type WireHooks, type WireOptions } from "./wire.ts";

/** The first character of a frame (Engine.IO, version 4), and of a message in it (Socket.IO, version 5). */
const frame = { open: "0", close: "1", ping: "2", pong: "3", message: "4" } as const;
const packet = { connect: "0", disconnect: "1", event: "2", answer: "3", refusal: "4" } as const;

interface Waiting {
  answer(reply: Reply): void;
  fail(): void;
}

/**
 * Socket.IO over WebSocket, as far as Parley speaks it: text, one namespace, no way back to polling. It is a tenth of
 * the library's weight, and every page fetches it before anything is seen (decision 0014).
 */
export function webSocketWire(options: WireOptions): Wire {
  return new WebSocketWire(options);
}

class WebSocketWire implements Wire {
  readonly #socket: WebSocket;
  readonly #hooks: WireHooks;
  readonly #waiting = new Map<number, Waiting>();
  #state: "opening" | "open" | "ended" = "opening";
  #asked = 0;
  /** Ends an attempt that takes too long; later, a connection of which nothing is heard. */
  #patience: ReturnType<typeof setTimeout>;
  #silenceMs = 0;

  constructor({ url, token, hooks }: WireOptions) {
    this.#hooks = hooks;
    this.#socket = openSocket(url, token);
    this.#socket.addEventListener("message", this.#hear);
    this.#socket.addEventListener("close", this.#lost);
    this.#socket.addEventListener("error", this.#lost);
    pageEvents.addEventListener?.("offline", this.#lost);
    this.#patience = setTimeout(this.#lost, CONNECT_TIMEOUT_MS);
  }

  get isOpen(): boolean {
    return this.#state === "open";
  }

  request(name: string, input: unknown): Promise<Reply> {
    const id = this.#asked++;
    return new Promise((answer, reject) => {
      const fail = () => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        reject(new Error("There was no answer."));
      };
      const timer = setTimeout(fail, REPLY_TIMEOUT_MS);
      this.#waiting.set(id, {
        answer: (reply) => {
          clearTimeout(timer);
          answer(reply);
        },
        fail,
      });
      this.#send(`${frame.message}${packet.event}${id}${JSON.stringify([name, input])}`);
    });
  }

  signal(name: string, input: unknown): void {
    this.#send(`${frame.message}${packet.event}${JSON.stringify([name, input])}`);
  }

  close(): void {
    this.#send(frame.message + packet.disconnect);
    this.#finish();
  }

  /** Once it is closing, which is told a moment later, what is sent is lost anyway, and browsers complain of it. */
  #send(text: string): void {
    if (this.#socket.readyState === 1) this.#socket.send(text);
  }

  readonly #lost = () => this.#end();

  readonly #hear = ({ data }: MessageEvent<unknown>) => {
    try {
      if (typeof data === "string") this.#take(data);
    } catch (error) {
      // Not what the protocol says: nothing that follows can be trusted.
      if (!(error instanceof SyntaxError)) throw error;
      this.#end();
    }
  };

  #take(data: string): void {
    const kind = data.charAt(0);
    if (kind === frame.open) this.#greeted(JSON.parse(data.slice(1)));
    else if (kind === frame.ping) this.#send(frame.pong);
    else if (kind === frame.close) this.#end();
    else if (kind === frame.message) this.#takePacket(data.charAt(1), data.slice(2));
    if (this.#state === "open") this.#waitOn();
  }

  /** The transport stands; now the server is asked whether we may talk. */
  #greeted({ pingInterval, pingTimeout }: { pingInterval: number; pingTimeout: number }): void {
    this.#silenceMs = pingInterval + pingTimeout;
    this.#send(frame.message + packet.connect);
  }

  #takePacket(kind: string, rest: string): void {
    if (kind === packet.connect && this.#state === "opening") {
      this.#state = "open";
      this.#hooks.onOpen();
    } else if (kind === packet.event) {
      const [name, batch] = JSON.parse(rest) as [string, Batch];
      if (name === "events") this.#hooks.onBatch(batch);
    } else if (kind === packet.answer) this.#answered(rest);
    else if (kind === packet.refusal) this.#end((JSON.parse(rest) as { data?: Partial<WireError> }).data);
    else if (kind === packet.disconnect) this.#end();
  }

  #answered(rest: string): void {
    const start = rest.indexOf("[");
    const id = Number(rest.slice(0, start));
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    const [reply] = JSON.parse(rest.slice(start)) as [Reply];
    waiting.answer(reply);
  }

  /** The server pings: a connection on which nothing comes is half-open. */
  #waitOn(): void {
    clearTimeout(this.#patience);
    this.#patience = setTimeout(this.#lost, this.#silenceMs);
  }

  #end(reason?: Partial<WireError>): void {
    if (this.#state === "ended") return;
    this.#finish();
    this.#hooks.onEnd(reason);
  }

  #finish(): void {
    this.#state = "ended";
    clearTimeout(this.#patience);
    this.#socket.removeEventListener("message", this.#hear);
    this.#socket.removeEventListener("close", this.#lost);
    pageEvents.removeEventListener?.("offline", this.#lost);
    this.#socket.close();
    for (const waiting of [...this.#waiting.values()]) waiting.fail();
  }
}

/** A page hears that the network is gone long before the silence is noticed. */
const pageEvents: Partial<Pick<EventTarget, "addEventListener" | "removeEventListener">> = globalThis;

/** A page's cookie travels by itself. Node's WebSocket takes headers as well, which no browser's does. */
function openSocket(url: string, token: string | undefined): WebSocket {
  const address = new URL("/socket.io/?EIO=4&transport=websocket", url || location.href);
  address.protocol = address.protocol.replace("http", "ws");
  if (token === undefined) return new WebSocket(address);
  const options: { headers: Record<string, string> } = { headers: { authorization: `Bearer ${token}` } };
  return new WebSocket(address, options as unknown as string[]);
}
