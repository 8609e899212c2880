import type { Batch, EventPair, RoomId, UserId } from "@parley/contract";
import type { Server, Socket } from "socket.io";

/** Whose connection this is; of one without a session, nobody's. */
export function personOf(socket: Socket): UserId | undefined {
  return socket.data.actor?.user.id;
}

/** The connections under an address of ours. */
export function* socketsUnder(io: Server, name: string): Generator<Socket> {
  const { adapter, sockets } = io.of("/");
  for (const id of adapter.rooms.get(name) ?? []) {
    const socket = sockets.get(id);
    if (socket !== undefined) yield socket;
  }
}

export interface Sending<T> {
  readonly to: string;
  readonly roomId?: RoomId;
  readonly items: readonly T[];
  /** The item as this person is told it; null for nothing. */
  view(viewerId: UserId, item: T): T | null;
  event(items: readonly T[]): EventPair;
}

/**
 * Sends several things to all connections under an address, as one packet encoded once: for hardly anybody anything is
 * withheld. Only those for whom something is get a packet of their own, or none.
 */
export function send<T>(io: Server, { to, roomId, items, view, event }: Sending<T>): void {
  const batch = (some: readonly T[]): Batch => ({ ...(roomId !== undefined && { roomId }), events: [event(some)] });
  const apart: [Socket, T[]][] = [];
  for (const socket of socketsUnder(io, to)) {
    const own = viewOf(socket, items, view);
    if (own !== items) apart.push([socket, own as T[]]);
  }
  io.to(to)
    .except(apart.map(([socket]) => socket.id))
    .emit("events", batch(items));
  for (const [socket, own] of apart) if (own.length > 0) socket.emit("events", batch(own));
}

/** The very same list when nothing is withheld. */
function viewOf<T>(socket: Socket, items: readonly T[], view: Sending<T>["view"]): readonly T[] {
  const viewerId = personOf(socket);
  if (viewerId === undefined) return [];
  if (items.every((item) => view(viewerId, item) === item)) return items;
  return items.map((item) => view(viewerId, item)).filter((item) => item !== null);
}
