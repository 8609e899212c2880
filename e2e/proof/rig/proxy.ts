import { connect, createServer, type Socket } from "node:net";
import { frameCutter, opcodes } from "./websocket.ts";

/** What may go wrong between a client and the server. All of it can change while connections are open. */
export interface Faults {
  /** Added to every chunk, each way. */
  latencyMs: number;
  /** Bytes a second, each way; 0 is unlimited. */
  bytesPerSecond: number;
  /** Destroys a connection after so many bytes from the server, wherever that falls; 0 is never. */
  cutAfterBytes: number;
  /** Swallows everything, both ways, and says nothing. */
  isBlackHole: boolean;
  /** Share of the server's Socket.IO ack frames that are lost. */
  dropAcks: number;
  /** When one side goes, the other is not told. */
  isHalfOpen: boolean;
  /** New connections are refused. */
  isDown: boolean;
}

export const noFaults: Faults = {
  latencyMs: 0,
  bytesPerSecond: 0,
  cutAfterBytes: 0,
  isBlackHole: false,
  dropAcks: 0,
  isHalfOpen: false,
  isDown: false,
};

export interface ChaosProxy {
  readonly port: number;
  /** Replaces the faults named, keeps the others. */
  set(faults: Partial<Faults>): void;
  /** Closes every connection: politely, in the middle of a frame, or with a TCP reset. */
  cut(how: "close" | "mid-frame" | "reset"): void;
  readonly counts: { acksDropped: number; connections: number; cuts: number };
  close(): Promise<void>;
}

interface Link {
  readonly client: Socket;
  readonly server: Socket;
  /** Ends with half of the next frame. */
  isDoomed: boolean;
}

export interface ProxyOptions {
  /** Decides which acks are lost. */
  readonly random?: () => number;
  /** Hears of every packet from the server, lost ones included. */
  readonly onPacket?: (payload: Buffer) => void;
}

/** A TCP proxy on a free port in front of `targetPort`. */
export function createProxy(targetPort: number, options: ProxyOptions = {}): Promise<ChaosProxy> {
  const random = options.random ?? Math.random;
  const faults: Faults = { ...noFaults };
  const links = new Set<Link>();
  const counts = { acksDropped: 0, connections: 0, cuts: 0 };

  const destroy = (link: Link): void => {
    counts.cuts += 1;
    links.delete(link);
    link.client.destroy();
    link.server.destroy();
  };
  const accept = (client: Socket): void => {
    if (faults.isDown) {
      client.resetAndDestroy();
      return;
    }
    counts.connections += 1;
    const server = connect({ port: targetPort, host: "127.0.0.1", noDelay: true });
    client.setNoDelay(true);
    const link: Link = { client, server, isDoomed: false };
    links.add(link);
    const upstream = delayLine((chunk) => server.write(chunk), faults);
    const downstream = delayLine((chunk) => client.write(chunk), faults);
    let bytesDown = 0;
    const deliver = (chunk: Buffer): void => {
      const allowed = faults.cutAfterBytes === 0 ? chunk.length : faults.cutAfterBytes - bytesDown;
      bytesDown += chunk.length;
      if (allowed >= chunk.length && !link.isDoomed) downstream(chunk);
      else {
        const part = link.isDoomed ? Math.ceil(chunk.length / 2) : Math.max(0, allowed);
        client.write(chunk.subarray(0, part), () => destroy(link));
      }
    };
    const inspect = ackFilter((frame) => {
      if (frame.opcode === opcodes.text) options.onPacket?.(frame.payload);
      if (!isAck(frame) || random() >= faults.dropAcks) return true;
      counts.acksDropped += 1;
      return false;
    });
    client.on("data", (chunk: Buffer) => (faults.isBlackHole ? undefined : upstream(chunk)));
    server.on("data", (chunk: Buffer) => {
      if (faults.isBlackHole) return;
      const kept = inspect(chunk);
      if (kept.length > 0) deliver(kept);
    });
    const gone = (other: Socket) => (): void => {
      if (faults.isHalfOpen || faults.isBlackHole) return;
      links.delete(link);
      other.destroy();
    };
    client.on("close", gone(server));
    server.on("close", gone(client));
    client.on("error", () => client.destroy());
    server.on("error", () => server.destroy());
  };

  return new Promise((resolve, reject) => {
    const listener = createServer(accept);
    listener.once("error", reject);
    listener.listen(0, "127.0.0.1", () => {
      const address = listener.address();
      resolve({
        port: typeof address === "object" && address !== null ? address.port : 0,
        set: (change) => void Object.assign(faults, change),
        cut: (how) => {
          for (const link of [...links]) {
            if (how === "mid-frame") link.isDoomed = true;
            else if (how === "close") destroy(link);
            else {
              counts.cuts += 1;
              links.delete(link);
              link.client.resetAndDestroy();
              link.server.resetAndDestroy();
            }
          }
        },
        counts,
        close: () =>
          new Promise((closed) => {
            for (const link of [...links]) destroy(link);
            listener.close(() => closed());
          }),
      });
    });
  });
}

/** Holds chunks back for the latency and the rate of the moment, in order. */
function delayLine(forward: (chunk: Buffer) => void, faults: Faults): (chunk: Buffer) => void {
  let freeAt = 0;
  let queued = 0;
  return (chunk) => {
    const now = performance.now();
    const sendMs = faults.bytesPerSecond === 0 ? 0 : (chunk.length / faults.bytesPerSecond) * 1000;
    freeAt = Math.max(freeAt, now) + sendMs;
    const dueAt = freeAt + faults.latencyMs;
    if (dueAt <= now && queued === 0) return forward(chunk);
    queued += 1;
    setTimeout(() => {
      queued -= 1;
      forward(chunk);
    }, dueAt - now);
  };
}

/** Passes an HTTP head and plain HTTP through; after an upgrade asks `keep` about every frame. */
function ackFilter(
  keep: (frame: { raw: Buffer; payload: Buffer; opcode: number }) => boolean,
): (chunk: Buffer) => Buffer {
  let mode: "head" | "frames" | "plain" = "head";
  let head = Buffer.alloc(0);
  const cut = frameCutter();
  const filter = (chunk: Buffer): Buffer[] =>
    cut(chunk)
      .filter(({ raw, span }) =>
        keep({ raw, payload: raw.subarray(span.payloadStart, span.payloadEnd), opcode: span.opcode }),
      )
      .map(({ raw }) => raw);
  return (chunk) => {
    if (mode === "plain") return chunk;
    if (mode === "frames") return Buffer.concat(filter(chunk));
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf("\r\n\r\n");
    if (end === -1) return Buffer.alloc(0);
    const whole = head;
    head = Buffer.alloc(0);
    if (!whole.toString("latin1", 0, 12).endsWith(" 101")) {
      mode = "plain";
      return whole;
    }
    mode = "frames";
    return Buffer.concat([whole.subarray(0, end + 4), ...filter(whole.subarray(end + 4))]);
  };
}

/** `43…`: Engine.IO message, Socket.IO ack of the default namespace. */
function isAck(frame: { payload: Buffer; opcode: number }): boolean {
  return frame.opcode === opcodes.text && frame.payload[0] === 0x34 && frame.payload[1] === 0x33;
}
