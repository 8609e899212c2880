import type { Server } from "socket.io";
import type { Logger } from "../lib/logger.ts";

/** What one slow reader may have waiting (delivery.md R18). Beyond it the connection ends, and the client resyncs. */
const mostPackets = 256;
const mostBytes = 1024 * 1024;
const sweepMs = 1_000;

/** What engine.io keeps of a connection but does not declare: packets not yet handed over, and the wire's own buffer. */
interface Buffers {
  readonly writeBuffer: readonly { readonly data?: { readonly length?: number } }[];
  readonly transport: { readonly socket?: { readonly bufferedAmount?: number; terminate?(): void } };
}

/** Ends connections that do not read, so that they cost nobody else memory or time. Answers how to stop. */
export function watchBackPressure(io: Server, logger: Logger): () => void {
  const timer = setInterval(() => {
    let ended = 0;
    for (const socket of io.of("/").sockets.values()) {
      const connection = socket.conn as unknown as Buffers;
      if (connection.writeBuffer.length <= mostPackets && waitingIn(connection) <= mostBytes) continue;
      socket.conn.close(true);
      connection.transport.socket?.terminate?.();
      ended += 1;
    }
    if (ended > 0) logger.warn("Connections that did not read were ended.", { count: ended });
  }, sweepMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** About how many bytes: those of the wire, and of the packets behind it, of which a single one may be large. */
function waitingIn({ writeBuffer, transport }: Buffers): number {
  let waiting = transport.socket?.bufferedAmount ?? 0;
  for (const packet of writeBuffer) waiting += packet.data?.length ?? 0;
  return waiting;
}
