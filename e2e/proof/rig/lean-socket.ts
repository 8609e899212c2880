import { connect, type Socket } from "node:net";
import { clientFrame, frameAt, opcodes, upgradeRequest } from "./websocket.ts";

/**
 * A Socket.IO connection with nothing on it: no reconnection, no parsing beyond frames. It costs the load generator
 * little enough that a thousand of them on one core do not become what is measured.
 */
export interface LeanSocket {
  /** Sends one Engine.IO packet, such as `42["name",{}]`. */
  send(packet: string): void;
  /** Sends bytes as they are. */
  raw(bytes: Buffer): void;
  close(): void;
  readonly closed: Promise<void>;
  readonly isOpen: () => boolean;
}

export interface LeanOptions {
  readonly port: number;
  readonly host?: string;
  readonly token?: string;
  readonly query?: string;
  readonly headers?: Record<string, string>;
  /** A loopback address to come from, when one address has no ports left. */
  readonly localAddress?: string;
  /** Payload of the CONNECT packet of the default namespace. */
  readonly auth?: unknown;
  /** Called with each text frame that is neither handshake nor ping: the packet is `buffer[start..end)`. */
  onPacket?(buffer: Buffer, start: number, end: number): void;
}

const two = "2".charCodeAt(0);
const pong = clientFrame("3");

/** Resolves once the server has accepted the namespace; rejects when it refuses or hangs up before. */
export function openLean(options: LeanOptions, timeoutMs = 20_000): Promise<LeanSocket> {
  return new Promise((resolve, reject) => {
    let isReady = false;
    let isUpgraded = false;
    let rest: Buffer | undefined;
    let isOpen = true;
    let markClosed = (): void => {};
    const closed = new Promise<void>((done) => {
      markClosed = done;
    });
    const socket: Socket = connect({
      port: options.port,
      host: options.host ?? "127.0.0.1",
      noDelay: true,
      ...(options.localAddress === undefined ? {} : { localAddress: options.localAddress }),
    });
    const timer = setTimeout(() => fail(new Error("no answer to the handshake")), timeoutMs);
    const fail = (error: Error): void => {
      clearTimeout(timer);
      socket.destroy();
      reject(error);
    };
    const lean: LeanSocket = {
      send: (packet) => void socket.write(clientFrame(packet)),
      raw: (bytes) => void socket.write(bytes),
      close: () => void socket.destroy(),
      closed,
      isOpen: () => isOpen,
    };
    const handshake = (packet: string): void => {
      if (packet.startsWith("0")) lean.send(options.auth === undefined ? "40" : `40${JSON.stringify(options.auth)}`);
      else if (packet.startsWith("40")) {
        isReady = true;
        clearTimeout(timer);
        resolve(lean);
      } else if (packet.startsWith("44")) fail(new Error(`refused: ${packet.slice(2)}`));
      else if (packet === "2") socket.write(pong);
    };
    const text = (buffer: Buffer, start: number, end: number): void => {
      if (!isReady) handshake(buffer.toString("utf8", start, end));
      else if (end - start === 1 && buffer[start] === two) socket.write(pong);
      else options.onPacket?.(buffer, start, end);
    };
    socket.on("connect", () => socket.write(upgradeRequest(options)));
    socket.on("data", (chunk: Buffer) => {
      let bytes = rest === undefined ? chunk : Buffer.concat([rest, chunk]);
      rest = undefined;
      if (!isUpgraded) {
        const end = bytes.indexOf("\r\n\r\n");
        if (end === -1) {
          rest = bytes;
          return;
        }
        const head = bytes.toString("latin1", 0, end);
        if (!head.startsWith("HTTP/1.1 101")) return fail(new Error(head.split("\r\n")[0] ?? "no answer"));
        isUpgraded = true;
        bytes = bytes.subarray(end + 4);
      }
      let at = 0;
      for (let span = frameAt(bytes, at); span !== undefined; span = frameAt(bytes, at)) {
        at = span.payloadEnd;
        if (span.opcode === opcodes.text) text(bytes, span.payloadStart, span.payloadEnd);
        else if (span.opcode === opcodes.close) socket.end();
      }
      if (at < bytes.length) rest = bytes.subarray(at);
    });
    socket.on("error", (error) => (isReady ? undefined : fail(error)));
    socket.on("close", () => {
      isOpen = false;
      markClosed();
      if (!isReady) fail(new Error("closed during the handshake"));
    });
  });
}
