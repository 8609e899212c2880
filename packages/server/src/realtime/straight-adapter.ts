import type { Namespace, Socket } from "socket.io";
import { Adapter, type BroadcastOptions } from "socket.io-adapter";
import type { Connection, Packet, TurnWrites } from "./one-write.ts";
import { frameOf } from "./text-frame.ts";

/** What Socket.IO has for each event; it declares nothing of it. */
interface Encoding {
  readonly encoder: { encode(packet: object): unknown[] };
}

/**
 * What is said in one room goes to its connections as one frame, encoded once, by the shortest way there is. Socket.IO
 * would make a packet for each, and tell four events of it: a third of what a delivery costs us.
 */
export function straightAdapter(writes: TurnWrites): typeof Adapter {
  return class StraightAdapter extends Adapter {
    override broadcast(packet: { nsp?: string }, options: BroadcastOptions): void {
      const [room, second] = options.rooms;
      if (room === undefined || second !== undefined || options.except?.size) {
        super.broadcast(packet, options);
        return;
      }
      const there = this.rooms.get(room);
      if (there === undefined) return;
      const { name, sockets } = this.nsp as Namespace;
      packet.nsp = name;
      const [text, binary] = (this as unknown as Encoding).encoder.encode(packet);
      if (typeof text !== "string" || binary !== undefined) {
        super.broadcast(packet, options);
        return;
      }
      const shared: Packet = { type: "message", options: { wsPreEncodedFrame: [frameOf(text)] } };
      for (const id of there) {
        const socket = sockets.get(id as Socket["id"]);
        if (socket !== undefined && !writes.hand(socket.conn as unknown as Connection, shared)) socket.conn.write(text);
      }
    }
  };
}
