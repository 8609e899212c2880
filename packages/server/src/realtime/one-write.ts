import type { Server } from "socket.io";
import { frameOf } from "./text-frame.ts";

/** What engine.io's WebSocket transport is made of, as far as it matters here; it declares none of it. */
interface Transport {
  readonly name: string;
  readonly socket?: {
    readonly readyState: number;
    readonly _socket?: { cork(): void; uncork(): void } | null;
    readonly _sender?: { sendFrame(parts: readonly Buffer[], done: (error?: Error) => void): void };
  };
  readonly _onSentLast: (error?: Error) => void;
  writable: boolean;
  send(packets: Packet[]): void;
  doClose(done?: () => void): void;
  emit(event: "drain"): void;
  waiting?: Packet[] | null;
}

export interface Packet {
  readonly type: string;
  readonly data?: unknown;
  readonly options?: {
    /** The frame of a broadcast, made once and shared by the packets of all who get it: its parts, here made one. */
    readonly wsPreEncodedFrame?: Buffer[];
  };
}

/** Engine.io's connection. */
export interface Connection {
  readonly readyState: string;
  readonly transport: Transport;
  readonly writeBuffer: readonly Packet[];
  once(event: "upgrade", listener: (transport: Transport) => void): void;
}

/** `WebSocket.OPEN`. */
const open = 1;

/**
 * Everything that one turn of the event loop has for a connection leaves in one system call, as one piece of memory.
 * Writing is half of the cost of a delivery (performance.md), and a group of commits has several packets for its
 * senders: their acks, and the batch. Engine.io would write each by itself, its header apart from its text.
 */
export class TurnWrites {
  #waiting: Transport[] = [];
  // Shared functions, not closures of each connection: that is memory per connection.
  readonly #send: Transport["send"];
  readonly #doClose: Transport["doClose"];

  constructor() {
    const writes = this;
    this.#send = function send(this: Transport, packets) {
      // Engine.io counts on one "drain" for each time it sends.
      if (this.waiting) this.emit("drain");
      for (const packet of packets) writes.#put(this, packet);
    };
    this.#doClose = function doClose(this: Transport, done) {
      sendNow(this);
      Object.getPrototypeOf(this).doClose.call(this, done);
    };
  }

  watch(io: Server): void {
    io.engine.on("connection", (connection: Connection) => {
      if (connection.transport.name === "websocket") this.#take(connection.transport);
      else connection.once("upgrade", (transport) => this.#take(transport));
    });
  }

  /** Past engine.io's own queue and events, which cost more than the rest; false where it has to go through them. */
  hand({ readyState, transport, writeBuffer }: Connection, packet: Packet): boolean {
    const isStraight =
      transport.send === this.#send && transport.writable && readyState === "open" && writeBuffer.length === 0;
    if (isStraight) this.#put(transport, packet);
    return isStraight;
  }

  #take(transport: Transport): void {
    transport.send = this.#send;
    transport.doClose = this.#doClose;
  }

  #put(transport: Transport, packet: Packet): void {
    if (transport.waiting) {
      transport.waiting.push(packet);
      return;
    }
    transport.waiting = [packet];
    // After the microtasks: by then a whole group of commits has been answered and published.
    if (this.#waiting.length === 0) process.nextTick(sendAll, this);
    this.#waiting.push(transport);
  }

  /** Those that are waiting; whoever comes from now on waits for the next time. */
  take(): readonly Transport[] {
    const taken = this.#waiting;
    this.#waiting = [];
    return taken;
  }
}

function sendAll(writes: TurnWrites): void {
  for (const transport of writes.take()) sendNow(transport);
}

function sendNow(transport: Transport): void {
  const packets = transport.waiting;
  transport.waiting = null;
  if (!packets) return;
  const { socket } = transport;
  const bytes = socket?.readyState === open ? inOnePiece(packets) : null;
  if (bytes === null || !socket?._sender) {
    sendEach(transport, packets);
    return;
  }
  transport.writable = false;
  socket._sender.sendFrame([bytes], transport._onSentLast);
}

/** What is not text, as a ping or the goodbye: as engine.io does it. */
function sendEach(transport: Transport, packets: readonly Packet[]): void {
  const wire = packets.length > 1 ? transport.socket?._socket : null;
  wire?.cork();
  Object.getPrototypeOf(transport).send.call(transport, packets);
  wire?.uncork();
}

function inOnePiece(packets: readonly Packet[]): Buffer | null {
  const [first] = packets;
  if (packets.length === 1) return first === undefined ? null : bytesOf(first);
  const all: Buffer[] = [];
  for (const packet of packets) {
    const bytes = bytesOf(packet);
    if (bytes === null) return null;
    all.push(bytes);
  }
  return Buffer.concat(all);
}

function bytesOf({ type, data, options }: Packet): Buffer | null {
  const shared = options?.wsPreEncodedFrame;
  if (shared !== undefined) {
    if (shared.length > 1) shared.splice(0, shared.length, Buffer.concat(shared));
    return shared[0] ?? null;
  }
  return type === "message" && typeof data === "string" ? frameOf(data) : null;
}
