/** A raw connection that writes down every batch it is sent. */
import type { Batch, EventName, Input, Payload, Reply, RequestName, RoomId, SignalName } from "@parley/contract";
import { io, type Socket } from "socket.io-client";

const waitMs = 5_000;

export interface Heard<N extends EventName = EventName> {
  roomId: RoomId | undefined;
  name: N;
  payload: Payload<N>;
}

export class Witness {
  readonly socket: Socket;
  readonly batches: Batch[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(socket: Socket) {
    this.socket = socket;
    socket.on("events", (batch: Batch) => {
      this.batches.push(batch);
      for (const check of this.#waiting) check();
    });
    socket.on("disconnect", () => {
      for (const check of this.#waiting) check();
    });
  }

  get events(): Heard[] {
    return this.batches.flatMap(({ roomId, events }) =>
      events.map(([name, payload]) => ({ roomId, name, payload }) as Heard),
    );
  }

  named<N extends EventName>(name: N): Heard<N>[] {
    return this.events.filter((event) => event.name === name) as Heard<N>[];
  }

  call(name: RequestName, input: unknown = {}): Promise<Reply> {
    return this.socket.timeout(waitMs).emitWithAck(name, input);
  }

  signal<N extends SignalName>(name: N, input: Input<N>): void {
    this.socket.emit(name, input);
  }

  /** Whatever the server had sent before now has arrived. */
  async barrier(): Promise<void> {
    await this.call("sync:check", { rooms: [] });
  }

  /** The first event of this name that fits, heard already or to come. */
  async until<N extends EventName>(
    name: N,
    fits: (payload: Payload<N>, roomId: RoomId | undefined) => boolean = () => true,
  ): Promise<Heard<N>> {
    const find = () => this.named(name).find((event) => fits(event.payload, event.roomId));
    await this.when(() => find() !== undefined, name);
    const found = find();
    if (found === undefined) throw new Error(`No ${name}.`);
    return found;
  }

  untilClosed(): Promise<void> {
    return this.when(() => !this.socket.connected, "the connection to end");
  }

  when(isSo: () => boolean, what: string): Promise<void> {
    if (isSo()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const check = () => {
        if (!isSo()) return;
        clearTimeout(timer);
        this.#waiting.delete(check);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(check);
        const heard = this.events.map((event) => event.name).join(", ");
        reject(new Error(`Waited in vain for ${what}; heard: ${heard || "nothing"}.`));
      }, waitMs);
      this.#waiting.add(check);
    });
  }

  close(): void {
    this.socket.close();
  }
}

export interface Handshake {
  transport?: "websocket" | "polling";
  headers?: Record<string, string>;
  query?: Record<string, string>;
}

/** A connection, or the error that refused it (its `data` is the refusal). */
export async function connect(url: string, token = "", handshake: Handshake = {}): Promise<Witness> {
  const authorization = token === "" ? {} : { authorization: `Bearer ${token}` };
  const socket = io(url, {
    transports: [handshake.transport ?? "websocket"],
    extraHeaders: { ...authorization, ...handshake.headers },
    query: handshake.query ?? {},
    forceNew: true,
    reconnection: false,
  });
  const witness = new Witness(socket);
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", (error) => {
      socket.close();
      reject(error);
    });
  });
  // Once it answers, it hears its rooms.
  if (token !== "") await witness.barrier();
  return witness;
}
