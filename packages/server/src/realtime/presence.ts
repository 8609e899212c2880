import type { Batch, EventPair, Present, RoomId, UserId } from "@parley/contract";
import { limits } from "@parley/contract";
import type { Server, Socket } from "socket.io";
import type { Live } from "../context.ts";
import { Coalescer } from "./coalescer.ts";
import { address, roomOf } from "./names.ts";

const gatherMs = 80;
/** A person is gone only after this long without any connection: a page that reloads does not flicker. */
const graceMs = 1_500;

/**
 * Who is here right now, and who is writing. Nothing is stored: a node that dies takes its people with it. Told only to
 * those who have the room on screen.
 */
export class Presence {
  readonly #io: Server;
  readonly #connections = new Map<UserId, number>();
  readonly #leaving = new Map<UserId, NodeJS.Timeout>();
  readonly #presence: Coalescer<RoomId, UserId, boolean>;
  readonly #typing: Coalescer<RoomId, UserId, boolean>;

  constructor(io: Server) {
    this.#io = io;
    this.#presence = new Coalescer(gatherMs, (roomId, values) => {
      const people = [...values].map(([userId, isOnline]) => present(userId, isOnline));
      this.#emit(roomId, ["presence:changed", { people, isWhole: false }]);
    });
    this.#typing = new Coalescer(gatherMs, (roomId, values) => {
      const { yes: started, no: stopped } = parted(values);
      this.#emit(roomId, ["typing:changed", { started, stopped }]);
    });
  }

  /** A connection that has joined its rooms. */
  connected(userId: UserId, socket: Socket): void {
    const before = this.#connections.get(userId) ?? 0;
    this.#connections.set(userId, before + 1);
    const leaving = this.#leaving.get(userId);
    if (leaving !== undefined) clearTimeout(leaving);
    this.#leaving.delete(userId);
    if (before === 0 && leaving === undefined) this.#announce(userId, roomsIn(socket), true);
  }

  /** Somebody has come into a room; they may be online already. */
  entered(userId: UserId, roomId: RoomId): void {
    if (this.#connections.has(userId)) this.#announce(userId, [roomId], true);
  }

  /** A connection that is about to leave its rooms. */
  disconnecting(userId: UserId, socket: Socket): void {
    const left = (this.#connections.get(userId) ?? 1) - 1;
    if (left > 0) {
      this.#connections.set(userId, left);
      return;
    }
    this.#connections.delete(userId);
    const rooms = roomsIn(socket);
    const timer = setTimeout(() => {
      this.#leaving.delete(userId);
      this.#announce(userId, rooms, false);
    }, graceMs);
    this.#leaving.set(userId, timer);
  }

  /** What signals on this connection act on. */
  liveOf(userId: UserId | undefined, socket: Socket | null): Live {
    return {
      watch: async (roomIds) => {
        if (socket === null) return;
        for (const name of socket.rooms) if (name.startsWith("watch:")) void socket.leave(name);
        for (const roomId of roomIds) {
          if (!socket.rooms.has(address.room(roomId))) continue;
          void socket.join(address.watch(roomId));
          const events: EventPair[] = [
            [
              "presence:changed",
              { people: this.#onlineIn(roomId).map((userId) => present(userId, true)), isWhole: true },
            ],
          ];
          socket.emit("events", { roomId, events } satisfies Batch);
        }
      },
      typing: (roomId, isTyping) => {
        if (userId !== undefined && this.#isWatched(roomId)) this.#typing.put(roomId, userId, isTyping);
      },
    };
  }

  stop(): void {
    for (const timer of this.#leaving.values()) clearTimeout(timer);
    this.#leaving.clear();
    this.#presence.flushAll();
    this.#typing.flushAll();
  }

  #onlineIn(roomId: RoomId): UserId[] {
    const { adapter, sockets } = this.#io.of("/");
    const online = new Set<UserId>();
    for (const id of adapter.rooms.get(address.room(roomId)) ?? []) {
      const userId: UserId | undefined = sockets.get(id)?.data.actor?.user.id;
      if (userId !== undefined) online.add(userId);
      if (online.size === limits.checkedRooms) break;
    }
    return [...online];
  }

  #announce(userId: UserId, rooms: readonly RoomId[], isOnline: boolean): void {
    for (const roomId of rooms) if (this.#isWatched(roomId)) this.#presence.put(roomId, userId, isOnline);
  }

  #isWatched(roomId: RoomId): boolean {
    return this.#io.of("/").adapter.rooms.has(address.watch(roomId));
  }

  #emit(roomId: RoomId, event: EventPair): void {
    this.#io.to(address.watch(roomId)).emit("events", { roomId, events: [event] } satisfies Batch);
  }
}

function present(userId: UserId, isOnline: boolean): Present {
  return { userId, availability: isOnline ? "online" : "offline" };
}

function roomsIn(socket: Socket): RoomId[] {
  const rooms: RoomId[] = [];
  for (const name of socket.rooms) {
    const roomId = roomOf(name);
    if (roomId !== null) rooms.push(roomId);
  }
  return rooms;
}

function parted(values: Map<UserId, boolean>): { yes: UserId[]; no: UserId[] } {
  const parts: { yes: UserId[]; no: UserId[] } = { yes: [], no: [] };
  for (const [userId, isSo] of values) parts[isSo ? "yes" : "no"].push(userId);
  return parts;
}
