import type { Server as HttpServer } from "node:http";
import type { Socket as NetSocket } from "node:net";
import { limits, type RoomId, type UserId } from "@parley/contract";
import { Server, type Socket } from "socket.io";
import type { Actor, Effect, Live, Sight } from "../context.ts";
import type { Execute } from "../execute/execute.ts";
import type { Logger } from "../lib/logger.ts";
import { watchBackPressure } from "./back-pressure.ts";
import { createDispatch } from "./dispatch.ts";
import { createFanOut } from "./fan-out.ts";
import { createHandshake, type HandshakeDeps } from "./handshake.ts";
import { createLiveParts, LiveConnection, type LiveDeps, type LiveParts, sightOf } from "./live.ts";
import { TurnWrites } from "./one-write.ts";
import { straightAdapter } from "./straight-adapter.ts";
import { Subscriptions } from "./subscriptions.ts";

/** A connection that does not answer the ping is ended: after 40 s at most nobody is here who is not. */
export const heartbeat: Heartbeat = { everyMs: 20_000, withinMs: 20_000 };

export interface Heartbeat {
  readonly everyMs: number;
  readonly withinMs: number;
}

export interface RealtimeDeps extends HandshakeDeps, LiveDeps {
  readonly logger: Logger;
  readonly heartbeat: Heartbeat;
  /** Rooms whose events a new connection is to hear. */
  readonly roomsOf: (actor: Actor) => Promise<readonly RoomId[]>;
}

export interface Realtime {
  attach(http: HttpServer, execute: Execute): void;
  follow(effects: readonly Effect[]): void;
  readonly sight: Sight;
  /** For requests that came another way: they can write, but look at nothing. */
  liveFor(actor: Actor | null): Live;
  connectionCount(): number;
  stop(): Promise<void>;
}

/** Socket.IO: who may connect, what they hear, what they send. */
export function createRealtime(deps: RealtimeDeps): Realtime {
  const handshake = createHandshake(deps);
  const writes = new TurnWrites();
  const io = new Server({
    adapter: straightAdapter(writes),
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: limits.packetBytes,
    connectTimeout: 10_000,
    pingInterval: deps.heartbeat.everyMs,
    pingTimeout: deps.heartbeat.withinMs,
    allowRequest: handshake.allowRequest,
  });
  const parts = createLiveParts(io, deps);
  const subscriptions = new Subscriptions(io, deps.roomsOf);
  const fanOut = createFanOut(io, { subscriptions, ...parts });
  handshake.install(io);
  let stopWatching: (() => void) | null = null;
  let wires: ReadonlySet<NetSocket> = new Set();

  return {
    attach(http, execute) {
      const dispatch = createDispatch(execute, parts);
      wires = wiresOf(http);
      io.attach(http);
      writes.watch(io);
      stopWatching = watchBackPressure(io, deps.logger);
      io.on("connection", (socket) => {
        // The first request is some kilobytes per connection, and after the handshake nobody looks at it again.
        (socket.conn as { request: unknown }).request = null;
        socket.onAny(dispatch);
        welcome(socket, subscriptions, parts);
      });
    },
    follow: fanOut.follow,
    sight: sightOf(parts, deps),
    liveFor: (actor) => new LiveConnection(parts, actor?.user.id, null),
    connectionCount: () => io.of("/").sockets.size,
    async stop() {
      stopWatching?.();
      fanOut.stop();
      parts.typing.stop();
      await parts.presence.stop();
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

function welcome(socket: Socket, subscriptions: Subscriptions, parts: LiveParts): void {
  const actor: Actor | null = socket.data.actor;
  if (actor === null) return;
  const joined = join(socket, actor, { subscriptions, ...parts }).catch(() => {
    // Without its rooms a connection would be deaf; the client comes again.
    socket.disconnect(true);
  });
  socket.data.whenJoined = joined;
}

async function join(
  socket: Socket,
  actor: Actor,
  { subscriptions, presence, regards }: LiveParts & { subscriptions: Subscriptions },
): Promise<void> {
  const userId: UserId = actor.user.id;
  const held = regards.hold(userId);
  try {
    await Promise.all([subscriptions.join(socket, actor), held]);
    if (!socket.connected) throw new Error("The connection ended meanwhile.");
  } catch (error) {
    // Released only when the reading is over: whoever comes meanwhile waits for the same.
    await held.catch(() => undefined);
    regards.release(userId);
    throw error;
  }
  socket.data.whenJoined = null;
  presence.connected(userId, socket);
  socket.once("disconnecting", () => presence.disconnecting(userId, socket));
}
