import type { Batch, EventPair, Receipt, RoomId, SessionId, UserId } from "@parley/contract";
import type { Server } from "socket.io";
import type { Audience, Effect } from "../context.ts";
import { receiptFor } from "../domain/sharing.ts";
import { Coalescer } from "./coalescer.ts";
import { address } from "./names.ts";
import type { Presence } from "./presence.ts";
import type { Regards } from "./regards.ts";
import { send } from "./sending.ts";
import type { Subscriptions } from "./subscriptions.ts";

const gatherMs = 80;

/**
 * Carries effects to the connections. Everything that one group of commits publishes to one room leaves as one packet,
 * encoded once: this is the whole of our speed (performance.md). Nothing here is per viewer.
 */
export function createFanOut(
  io: Server,
  { subscriptions, presence, regards }: { subscriptions: Subscriptions; presence: Presence; regards: Regards },
) {
  const rooms = new Map<RoomId, EventPair[]>();
  const people = new Map<UserId, EventPair[]>();
  const everyone: EventPair[] = [];
  const profiles: Profile[] = [];
  let isScheduled = false;

  function flush(): void {
    isScheduled = false;
    for (const [roomId, events] of rooms)
      io.to(address.room(roomId)).emit("events", { roomId, events } satisfies Batch);
    for (const [userId, events] of people) io.to(address.user(userId)).emit("events", { events } satisfies Batch);
    if (everyone.length > 0) io.to(address.everyone).emit("events", { events: [...everyone] } satisfies Batch);
    // After the rooms, whose newcomers they may be about.
    for (const profile of profiles) tellOfPerson(io, profile);
    rooms.clear();
    people.clear();
    everyone.length = 0;
    profiles.length = 0;
  }

  const pointers = createPointers(io, regards);

  function enter(userId: UserId, roomId: RoomId): void {
    subscriptions.entered(userId, roomId);
    presence.entered(userId, roomId);
  }

  /** What moved before a block, or before anything else of the kind, is still told by the rules of then. */
  function renew(userId: UserId): void {
    pointers.flushAll();
    regards.renew(userId);
  }

  /** A moment after the commit: whoever signs out over the connection itself is answered first. */
  function closeAll(sessionIds: readonly SessionId[]): void {
    for (const sessionId of sessionIds) io.in(address.session(sessionId)).disconnectSockets(true);
  }

  function follow(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.kind === "room") gather(rooms, effect.roomId, effect.event);
      else if (effect.kind === "person") gather(people, effect.userId, effect.event);
      else if (effect.kind === "server") everyone.push(effect.event);
      else if (effect.kind === "people") profiles.push(effect);
      else if (effect.kind === "pointer") pointers.put(effect.roomId, effect.receipt.userId, effect.receipt);
      else if (effect.kind === "regard") renew(effect.userId);
      else if (effect.kind === "entered") enter(effect.userId, effect.roomId);
      else if (effect.kind === "departed") subscriptions.departed(effect.userId, effect.roomId);
      else if (effect.kind === "sessions-ended") setImmediate(closeAll, effect.sessionIds);
    }
    // A group's commands are all followed before the next microtask, so this gathers the whole group.
    if (!isScheduled) queueMicrotask(flush);
    isScheduled = true;
  }

  return { follow, stop: () => pointers.flushAll() };
}

/** Pointers, the last of each; every member is told what they may see of them. */
function createPointers(io: Server, regards: Regards) {
  const pointers = new Coalescer<RoomId, UserId, Receipt>(gatherMs, (roomId, receipts) => {
    let isSure = true;
    send<Receipt>(io, {
      to: address.room(roomId),
      roomId,
      items: [...receipts.values()],
      view: (viewerId, receipt) => {
        const viewer = regards.get(viewerId);
        isSure &&= viewer !== null;
        return viewer && receiptFor(viewer, receipt, roomId);
      },
      event: (some) => ["receipt:moved", { receipts: [...some] }],
    });
    // Once more, for those of whom it is not known yet what they may learn: the last value wins, or stays.
    if (!isSure) for (const [userId, receipt] of receipts) pointers.putOlder(roomId, userId, receipt);
  });
  return pointers;
}

interface Profile {
  readonly event: EventPair;
  readonly audience: Audience;
}

/** Whoever is in several of the rooms is told once. */
function tellOfPerson(io: Server, { event, audience }: Profile): void {
  const { roomIds, userIds, except } = audience;
  const addresses = [...roomIds.map(address.room), ...userIds.map(address.user)];
  // To no address in particular would be to everybody.
  if (addresses.length === 0) return;
  io.to(addresses)
    .except(Array.from(except, address.user))
    .emit("events", { events: [event] } satisfies Batch);
}

function gather<K>(pending: Map<K, EventPair[]>, key: K, event: EventPair): void {
  const events = pending.get(key);
  if (events === undefined) pending.set(key, [event]);
  else events.push(event);
}
