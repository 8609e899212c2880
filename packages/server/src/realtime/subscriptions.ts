import type { RoomId, UserId } from "@parley/contract";
import type { Server, Socket } from "socket.io";
import type { Actor } from "../context.ts";
import { address } from "./names.ts";

type RoomsOf = (actor: Actor) => Promise<readonly RoomId[]>;

/**
 * Which connections hear which rooms: exactly those of the members. A membership that changes while a new connection
 * is asking for its rooms is heeded: entering reaches it as it is in its person's group already, departing is noted.
 */
export class Subscriptions {
  readonly #io: Server;
  readonly #roomsOf: RoomsOf;
  /** For each person with a connection that is asking: the rooms departed from since it asked. */
  readonly #asking = new Map<UserId, Set<Set<RoomId>>>();

  constructor(io: Server, roomsOf: RoomsOf) {
    this.#io = io;
    this.#roomsOf = roomsOf;
  }

  async join(socket: Socket, actor: Actor): Promise<void> {
    const userId = actor.user.id;
    void socket.join([address.everyone, address.user(userId), address.session(actor.sessionId)]);
    const departed = new Set<RoomId>();
    const asking = this.#asking.get(userId) ?? new Set();
    this.#asking.set(userId, asking.add(departed));
    try {
      const rooms = await this.#roomsOf(actor);
      const current = rooms.filter((roomId) => !departed.has(roomId));
      if (socket.connected) void socket.join(current.map(address.room));
    } finally {
      asking.delete(departed);
      if (asking.size === 0) this.#asking.delete(userId);
    }
  }

  entered(userId: UserId, roomId: RoomId): void {
    this.#io.in(address.user(userId)).socketsJoin(address.room(roomId));
    for (const departed of this.#asking.get(userId) ?? []) departed.delete(roomId);
  }

  departed(userId: UserId, roomId: RoomId): void {
    this.#io.in(address.user(userId)).socketsLeave([address.room(roomId), address.watch(roomId)]);
    for (const departed of this.#asking.get(userId) ?? []) departed.add(roomId);
  }
}
