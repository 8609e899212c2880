import type { Reply, WireError } from "@parley/contract";
import { io, type Socket } from "socket.io-client";
import { CONNECT_TIMEOUT_MS, REPLY_TIMEOUT_MS, type Wire, type WireOptions } from "../wire.ts";

/**
 * For programs, which may stand behind a proxy that lets no WebSocket through: long polling is tried then. A page has
 * no such choice (decision 0011).
 */
export function socketIoWire({ url, token, hooks }: WireOptions): Wire {
  const socket = open(url, token);
  socket.on("connect", () => hooks.onOpen());
  socket.on("events", (batch) => hooks.onBatch(batch));
  socket.on("disconnect", () => hooks.onEnd());
  socket.on("connect_error", (error: Error & { data?: Partial<WireError> }) => hooks.onEnd(error.data));
  socket.connect();
  return {
    get isOpen() {
      return socket.connected;
    },
    request: (name, input): Promise<Reply> => socket.timeout(REPLY_TIMEOUT_MS).emitWithAck(name, input),
    signal: (name, input) => void socket.emit(name, input),
    close() {
      socket.removeAllListeners();
      socket.disconnect();
    },
  };
}

function open(url: string, token: string | undefined): Socket {
  return io(url, {
    autoConnect: false,
    forceNew: true,
    reconnection: false,
    timeout: CONNECT_TIMEOUT_MS,
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    ...(token !== undefined && { extraHeaders: { authorization: `Bearer ${token}` } }),
  });
}
