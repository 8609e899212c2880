import type { Server as HttpServer } from "node:http";
import type { Socket as NetSocket } from "node:net";
import { limits, type RoomId } from "@parley/contract";
import { Server, type Socket } from "socket.io";
import type { Actor, Effect, Live } from "../context.ts";
import type { Execute } from "../execute/execute.ts";
import type { Logger } from "../lib/logger.ts";
import { watchBackPressure } from "./back-pressure.ts";
import { createDispatch } from "./dispatch.ts";
import { createFanOut } from "./fan-out.ts";
import { createHandshake, type HandshakeDeps } from "./handshake.ts";
import { writeOncePerTurn } from "./one-write.ts";
import { Presence } from "./presence.ts";
import { Subscriptions } from "./subscriptions.ts";

export interface RealtimeDeps extends HandshakeDeps {
  readonly logger: Logger;
  /** Rooms whose events a new connection is to hear. */
  readonly roomsOf: (actor: Actor) => Promise<readonly RoomId[]>;
}

export interface Realtime {
  attach(http: HttpServer, execute: Execute): void;
  follow(effects: readonly Effect[]): void;
  /** For requests that came another way: they can write, but look at nothing. */
  liveFor(actor: Actor | null): Live;
  connectionCount(): number;
  stop(): Promise<void>;
}

/** Socket.IO: who may connect, what they hear, what they send. */
export function createRealtime(deps: RealtimeDeps): Realtime {
  const handshake = createHandshake(deps);
  const io = new Server({
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: limits.packetBytes,
    connectTimeout: 10_000,
    pingInterval: 20_000,
    pingTimeout: 20_000,
    allowRequest: handshake.allowRequest,
  });
  const presence = new Presence(io);
  const subscriptions = new Subscriptions(io, deps.roomsOf);
  const fanOut = createFanOut(io, { subscriptions, presence });
  handshake.install(io);
  let stopWatching: (() => void) | null = null;
  let wires: ReadonlySet<NetSocket> = new Set();

  return {
    attach(http, execute) {
      const dispatch = createDispatch(execute, presence);
      wires = wiresOf(http);
      io.attach(http);
      writeOncePerTurn(io);
      stopWatching = watchBackPressure(io, deps.logger);
      io.on("connection", (socket) => {
        // The first request is some kilobytes per connection, and after the handshake nobody looks at it again.
        (socket.conn as { request: unknown }).request = null;
        socket.onAny(dispatch);
        welcome(socket, { subscriptions, presence });
      });
    },
    follow: fanOut.follow,
    liveFor: (actor) => presence.liveOf(actor?.user.id, null),
    connectionCount: () => io.of("/").sockets.size,
    async stop() {
      stopWatching?.();
      fanOut.stop();
      presence.stop();
      const cutOff = setTimeout(() => {
        for (const wire of wires) wire.destroy();
      }, politeMs);
      await io.close();
      clearTimeout(cutOff);
    },
  };
}

/** What a connection that is told to close may take; who does not read would keep a stopping server waiting. */
const politeMs = 1_000;

/** Every network connection there is, whatever has become of it. */
function wiresOf(http: HttpServer): ReadonlySet<NetSocket> {
  const wires = new Set<NetSocket>();
  http.on("connection", (wire) => {
    wires.add(wire);
    wire.once("close", () => wires.delete(wire));
  });
  return wires;
}

function welcome(
  socket: Socket,
  { subscriptions, presence }: { subscriptions: Subscriptions; presence: Presence },
): void {
  const actor: Actor | null = socket.data.actor;
  if (actor === null) return;
  const joined = subscriptions.join(socket, actor).then(
    () => {
      socket.data.whenJoined = null;
      if (!socket.connected) return;
      presence.connected(actor.user.id, socket);
      socket.once("disconnecting", () => presence.disconnecting(actor.user.id, socket));
    },
    // Without its rooms a connection would be deaf; the client comes again.
    () => socket.disconnect(true),
  );
  socket.data.whenJoined = joined;
}
