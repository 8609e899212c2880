import type { Server } from "socket.io";
import type { Logger } from "../lib/logger.ts";

/** What one slow reader may have waiting (delivery.md R18). Beyond it the connection ends, and the client resyncs. */
const mostPackets = 256;
const mostBytes = 1024 * 1024;
const sweepMs = 1_000;

/** What engine.io keeps of a connection but does not declare: packets not yet handed over, and the wire's own buffer. */
interface Buffers {
  readonly writeBuffer: readonly unknown[];
  readonly transport: { readonly socket?: { readonly bufferedAmount?: number; terminate?(): void } };
}

/** Ends connections that do not read, so that they cost nobody else memory or time. Answers how to stop. */
export function watchBackPressure(io: Server, logger: Logger): () => void {
  const timer = setInterval(() => {
    let ended = 0;
    for (const socket of io.of("/").sockets.values()) {
      const { writeBuffer, transport } = socket.conn as unknown as Buffers;
      const wire = transport.socket;
      const isSlow = writeBuffer.length > mostPackets || (wire?.bufferedAmount ?? 0) > mostBytes;
      if (!isSlow) continue;
      socket.conn.close(true);
      wire?.terminate?.();
      ended += 1;
    }
    if (ended > 0) logger.warn("Connections that did not read were ended.", { count: ended });
  }, sweepMs);
  timer.unref();
  return () => clearInterval(timer);
}
