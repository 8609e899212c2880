import {
  type Availability,
  type Batch,
  type EventPair,
  limits,
  type Present,
  type RoomId,
  type UserId,
} from "@parley/contract";
import type { Server } from "socket.io";
import { isSeenIn } from "../domain/sharing.ts";
import { maySee, type Regard } from "../domain/visibility.ts";
import { address } from "./names.ts";
import type { Regards } from "./regards.ts";
import { personOf, send, socketsUnder } from "./sending.ts";

/** Somebody whose rules are others than before, and what they were and are to those who may see them. */
export interface Correction {
  readonly before: Regard;
  readonly after: Regard;
  readonly was: Availability;
  readonly is: Availability;
}

/** Those who are looking: at a room, or at their friends. Tells them what they may see. */
export class Onlookers {
  readonly #io: Server;
  readonly #regards: Regards;

  constructor({ io, regards }: { io: Server; regards: Regards }) {
    this.#io = io;
    this.#regards = regards;
  }

  isWatched(roomId: RoomId): boolean {
    return this.#has(address.watch(roomId));
  }

  tellIn(roomId: RoomId, people: readonly Present[], subjects: ReadonlyMap<UserId, Regard>): void {
    if (people.length === 0) return;
    send(this.#io, {
      to: address.watch(roomId),
      roomId,
      items: people,
      view: (viewerId, item) => {
        const viewer = this.#regards.get(viewerId);
        const subject = subjects.get(item.userId);
        return viewer !== null && subject !== undefined && isSeenIn(roomId, subject, viewer) ? item : null;
      },
      event: (some) => ["presence:changed", { people: [...some], isWhole: false }],
    });
  }

  /** One packet for each person of whom there is news, to all of their friends who look. */
  tellFriends(people: readonly Present[], subjects: ReadonlyMap<UserId, Regard>): void {
    for (const item of people) {
      const subject = subjects.get(item.userId);
      const friends = [...(subject?.friends ?? [])].filter((friendId) => {
        const viewer = this.#regards.get(friendId);
        return viewer !== null && subject !== undefined && maySee("presence", subject, viewer);
      });
      this.#emit(friends, item);
    }
  }

  /** Only to those for whom it makes a difference: nobody learns that anything else was chosen. */
  correctIn(roomId: RoomId, { before, after, was, is }: Correction): void {
    if (!this.isWatched(roomId)) return;
    const now: Present = { userId: after.userId, availability: is };
    send(this.#io, {
      to: address.watch(roomId),
      roomId,
      items: [now],
      view: (viewerId) => {
        const viewer = this.#regards.get(viewerId);
        if (viewer === null) return null;
        const formerly = isSeenIn(roomId, before, viewer) ? was : "offline";
        const seen = isSeenIn(roomId, after, viewer) ? is : "offline";
        if (formerly === seen) return null;
        return seen === is ? now : { ...now, availability: seen };
      },
      event: (some) => ["presence:changed", { people: [...some], isWhole: false }],
    });
  }

  correctFriends({ before, after, was, is }: Correction): void {
    const { userId } = after;
    for (const friendId of new Set([...before.friends, ...after.friends])) {
      const viewer = this.#regards.get(friendId);
      if (viewer === null) continue;
      const formerly = before.friends.has(friendId) && maySee("presence", before, viewer) ? was : "offline";
      const seen = after.friends.has(friendId) && maySee("presence", after, viewer) ? is : "offline";
      if (formerly !== seen) this.#emit([friendId], { userId, availability: seen });
    }
  }

  #emit(friends: readonly UserId[], item: Present): void {
    const looking = friends.map(address.friends).filter((name) => this.#has(name));
    // To no address in particular would be to everybody.
    if (looking.length === 0) return;
    const events: EventPair[] = [["presence:friends-changed", { people: [item], isWhole: false }]];
    this.#io.to(looking).emit("events", { events } satisfies Batch);
  }

  #has(name: string): boolean {
    return this.#io.of("/").adapter.rooms.has(name);
  }
}

/** Whoever has a connection that hears the room; of a very large one, a part. */
export function everyoneIn(io: Server, roomId: RoomId): ReadonlySet<UserId> {
  const people = new Set<UserId>();
  for (const socket of socketsUnder(io, address.room(roomId))) {
    const userId = personOf(socket);
    if (userId !== undefined) people.add(userId);
    if (people.size === limits.checkedRooms) break;
  }
  return people;
}
