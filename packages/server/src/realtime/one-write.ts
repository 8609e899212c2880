import type { Server } from "socket.io";

/** What engine.io's WebSocket transport is made of, as far as it matters here; it declares none of it. */
interface WebSocketTransport {
  readonly name: string;
  readonly socket?: { readonly _socket?: { cork(): void; uncork(): void } | null };
  send(packets: readonly unknown[]): void;
  doClose(done?: () => void): void;
  waiting?: unknown[] | null;
}

interface Connection {
  readonly transport: WebSocketTransport;
  once(event: "upgrade", listener: (transport: WebSocketTransport) => void): void;
}

/**
 * Everything that one turn of the event loop has for a connection leaves in one system call. Writing is half of the
 * cost of a delivery (performance.md), and a group of commits has several packets for its senders: their acks, and the
 * batch. Engine.io would write each by itself.
 */
export function writeOncePerTurn(io: Server): void {
  io.engine.on("connection", (connection: Connection) => {
    if (connection.transport.name === "websocket") gatherWrites(connection.transport);
    else connection.once("upgrade", gatherWrites);
  });
}

/** Shared functions, not closures: a closure per connection is memory per connection. */
function gatherWrites(transport: WebSocketTransport): void {
  transport.send = sendLater;
  transport.doClose = closeAfterSending;
}

function sendLater(this: WebSocketTransport, packets: readonly unknown[]): void {
  if (this.waiting) {
    this.waiting.push(...packets);
    return;
  }
  this.waiting = [...packets];
  // After the microtasks: by then a whole group of commits has been answered and published.
  process.nextTick(sendNow, this);
}

function closeAfterSending(this: WebSocketTransport, done?: () => void): void {
  sendNow(this);
  Object.getPrototypeOf(this).doClose.call(this, done);
}

function sendNow(transport: WebSocketTransport): void {
  const packets = transport.waiting;
  transport.waiting = null;
  if (!packets) return;
  const wire = packets.length > 1 ? transport.socket?._socket : null;
  wire?.cork();
  Object.getPrototypeOf(transport).send.call(transport, packets);
  wire?.uncork();
}
