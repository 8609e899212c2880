import type { Availability, Batch, Present, RoomId, UserId } from "@parley/contract";
import type { Server, Socket } from "socket.io";
import { isSeenIn } from "../domain/sharing.ts";
import { maySee, type Regard } from "../domain/visibility.ts";
import { address, watchedRoomOf } from "./names.ts";
import { everyoneIn } from "./onlookers.ts";
import type { Regards } from "./regards.ts";

export interface OverviewsOptions {
  readonly io: Server;
  readonly regards: Regards;
  /** What somebody is right now. */
  readonly availabilityOf: (userId: UserId) => Availability;
  /** Somebody is there whose rules are still being read: they are to be told of once they are known. */
  readonly onUnknown: (place: RoomId | "friends", userId: UserId) => void;
}

/** What each connection looks at, and who is there in it: whole, when it begins to look and when the rules are others. */
export class Overviews {
  readonly #options: OverviewsOptions;

  constructor(options: OverviewsOptions) {
    this.#options = options;
  }

  /** What the connection looks at from now on; answers it with who is there. */
  async look(socket: Socket, userId: UserId, looks: { roomIds: readonly RoomId[]; friends: boolean }): Promise<void> {
    const wanted = looks.roomIds.filter((roomId) => socket.rooms.has(address.room(roomId))).map(address.watch);
    if (looks.friends) wanted.push(address.friends(userId));
    // What is looked at already was told, and every change of it since: a list that grows by a room costs that room.
    const fresh = wanted.filter((name) => !socket.rooms.has(name));
    for (const name of socket.rooms) if (isLookedAt(name, userId) && !wanted.includes(name)) void socket.leave(name);
    void socket.join(fresh);
    const viewer = await this.#options.regards.of(userId);
    if (socket.connected) this.show(socket, viewer, fresh);
  }

  /** Tells a connection who is there in those of `names` that it looks at. */
  show(socket: Socket, viewer: Regard, names: Iterable<string>): void {
    const shown = new Set([...names].filter((name) => socket.rooms.has(name)));
    for (const name of shown) {
      const roomId = watchedRoomOf(name);
      if (roomId === null) continue;
      const isSeen = (subject: Regard) => isSeenIn(roomId, subject, viewer);
      const people = this.#presentAmong(everyoneIn(this.#options.io, roomId), roomId, isSeen);
      socket.emit("events", { roomId, events: [["presence:changed", { people, isWhole: true }]] } satisfies Batch);
    }
    if (!shown.has(address.friends(viewer.userId))) return;
    const people = this.#presentAmong(viewer.friends, "friends", (subject) => maySee("presence", subject, viewer));
    socket.emit("events", { events: [["presence:friends-changed", { people, isWhole: true }]] } satisfies Batch);
  }

  #presentAmong(userIds: Iterable<UserId>, place: RoomId | "friends", isSeen: (subject: Regard) => boolean): Present[] {
    const { regards, availabilityOf, onUnknown } = this.#options;
    const people: Present[] = [];
    for (const userId of userIds) {
      const availability = availabilityOf(userId);
      if (availability === "offline") continue;
      const subject = regards.get(userId);
      if (subject === null) onUnknown(place, userId);
      else if (isSeen(subject)) people.push({ userId, availability });
    }
    return people;
  }
}

function isLookedAt(name: string, userId: UserId): boolean {
  return watchedRoomOf(name) !== null || name === address.friends(userId);
}
