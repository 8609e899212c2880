import type { Availability, Present, RoomId, UserId } from "@parley/contract";
import type { Server, Socket } from "socket.io";
import type { Sight } from "../context.ts";
import { availabilityOf } from "../domain/availability.ts";
import { maySee, type Regard } from "../domain/visibility.ts";
import { Coalescer } from "./coalescer.ts";
import { address, roomOf } from "./names.ts";
import { Onlookers } from "./onlookers.ts";
import { Overviews } from "./overviews.ts";
import type { Regards } from "./regards.ts";

const gatherMs = 80;
/** A person is gone only after this long without any connection: a page that reloads does not flicker. */
export const graceMs = 1_500;

/** Somebody who has a connection, or had one a moment ago. */
interface Here {
  /** Those that have joined their rooms, and whether each is idle; while they leave, the last one. */
  readonly connections: Map<Socket, boolean>;
  /** What those who may see them are told. */
  availability: Availability;
  leaving: { readonly timer: NodeJS.Timeout; readonly rooms: readonly RoomId[]; readonly at: number } | null;
}

/** What is to be told of somebody: their rules are kept along, as they may have gone by then. */
interface News {
  readonly availability: Availability;
  readonly regard: Regard | null;
}

export interface PresenceOptions {
  readonly io: Server;
  readonly regards: Regards;
  readonly now: () => number;
  /** When these people's last connections ended, or they became invisible; what ends after that is not told. */
  readonly onLeft: (people: ReadonlyMap<UserId, number>) => Promise<void>;
  /** Somebody is online who was not, or is so to others than before. */
  readonly onOnline: (userId: UserId) => void;
}

/**
 * Who is here right now, told only to those who are looking and may see it; of what happens nothing is stored but when
 * somebody was here last. It heals by itself: when this process dies, all it knew goes with it, and every client that
 * comes back is told whole; a connection that died without a word is ended by the ping (see `realtime.ts`), and after
 * the grace its person is gone.
 */
export class Presence implements Pick<Sight, "availabilityOf"> {
  readonly #options: PresenceOptions;
  readonly #onlookers: Onlookers;
  readonly #overviews: Overviews;
  readonly #here = new Map<UserId, Here>();
  readonly #news: Coalescer<RoomId | "friends", UserId, News>;
  readonly #left: Coalescer<"left", UserId, number>;
  #writing: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(options: PresenceOptions) {
    this.#options = options;
    this.#onlookers = new Onlookers(options);
    this.#overviews = new Overviews({
      ...options,
      availabilityOf: (userId) => this.#here.get(userId)?.availability ?? "offline",
      onUnknown: (place, userId) => this.#announceLater(place, userId),
    });
    this.#news = new Coalescer(gatherMs, (place, news) => this.#tell(place, news));
    this.#left = new Coalescer(gatherMs, (_, people) => {
      this.#writing = this.#writing.then(() => options.onLeft(people));
    });
  }

  /** A connection that has joined its rooms; its person is held among the regards until they are gone. */
  connected(userId: UserId, socket: Socket): void {
    const here = this.#here.get(userId) ?? { connections: new Map(), availability: "offline", leaving: null };
    this.#here.set(userId, here);
    const isFirst = here.connections.size === 0 || here.leaving !== null;
    if (here.leaving !== null) {
      clearTimeout(here.leaving.timer);
      here.leaving = null;
      here.connections.clear();
      this.#options.regards.release(userId);
    }
    here.connections.set(socket, false);
    this.#reckon(userId, here);
    // Who looked meanwhile was told of nobody.
    if (isFirst) this.#announce(userId, here, roomsOf(here));
  }

  /** A connection that is about to leave its rooms. */
  disconnecting(userId: UserId, socket: Socket): void {
    const here = this.#here.get(userId);
    if (here === undefined || this.#isStopped) return;
    if (here.connections.size > 1) {
      here.connections.delete(socket);
      this.#options.regards.release(userId);
      this.#reckon(userId, here);
      return;
    }
    const timer = setTimeout(() => this.#gone(userId, here), graceMs);
    here.leaving = { timer, rooms: roomsOf(here), at: this.#options.now() };
  }

  /** Somebody has come into a room; they may be here already. */
  entered(userId: UserId, roomId: RoomId): void {
    const here = this.#here.get(userId);
    if (here !== undefined) this.#announce(userId, here, [roomId]);
  }

  setIdle(userId: UserId, socket: Socket, isIdle: boolean): void {
    const here = this.#here.get(userId);
    if (here?.connections.has(socket) !== true) return;
    here.connections.set(socket, isIdle);
    this.#reckon(userId, here);
  }

  /** What the connection looks at from now on; answers it with who is there. */
  watch(socket: Socket, userId: UserId, looks: { roomIds: readonly RoomId[]; friends: boolean }): Promise<void> {
    return this.#overviews.look(socket, userId, looks);
  }

  /** What decides who sees this person, and whom they see, is another. */
  renewed(before: Regard, after: Regard): void {
    const here = this.#here.get(after.userId);
    if (here === undefined) return;
    const was = here.availability;
    here.availability = availabilityOf(after.mode, here.connections.values());
    if (here.availability === "online") this.#options.onOnline(after.userId);
    // Whoever becomes invisible looks like one who leaves.
    const hasVanished = was !== "offline" && here.availability === "offline";
    if (hasVanished) this.#left.put("left", after.userId, here.leaving?.at ?? this.#options.now());
    const change = { before, after, was, is: here.availability };
    for (const roomId of roomsOf(here)) this.#onlookers.correctIn(roomId, change);
    this.#onlookers.correctFriends(change);
    for (const socket of here.connections.keys()) this.#overviews.show(socket, after, socket.rooms);
  }

  async availabilityOf(viewerId: UserId, userIds: readonly UserId[]): Promise<ReadonlyMap<UserId, Availability>> {
    const seen = new Map<UserId, Availability>();
    const present = userIds.filter((userId) => this.#here.has(userId));
    if (present.length === 0) return seen;
    const { regards } = this.#options;
    const viewer = await regards.of(viewerId);
    for (const userId of present) {
      const subject = await regards.of(userId);
      const availability = this.#here.get(userId)?.availability ?? "offline";
      if (availability !== "offline" && maySee("presence", subject, viewer)) seen.set(userId, availability);
    }
    return seen;
  }

  /** Everyone goes. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    const at = this.#options.now();
    for (const [userId, here] of this.#here) {
      clearTimeout(here.leaving?.timer);
      const regard = await this.#options.regards.of(userId).catch(() => null);
      if (regard !== null && regard.mode !== "invisible") this.#left.put("left", userId, here.leaving?.at ?? at);
    }
    this.#news.flushAll();
    this.#left.flushAll();
    await this.#writing;
  }

  /** Tells what somebody is now, if it is another than before. */
  #reckon(userId: UserId, here: Here): void {
    // Without rules nothing is told; once they are read, everything is.
    const regard = this.#options.regards.get(userId);
    if (regard === null) return;
    const availability = availabilityOf(regard.mode, here.connections.values());
    if (availability === here.availability) return;
    here.availability = availability;
    if (availability === "online") this.#options.onOnline(userId);
    this.#announce(userId, here, roomsOf(here));
  }

  #gone(userId: UserId, here: Here): void {
    const { leaving, availability } = here;
    const { regards } = this.#options;
    if (leaving === null) return;
    if (regards.get(userId) === null) {
      // Whether anybody may know is being read.
      here.leaving = { ...leaving, timer: setTimeout(() => this.#gone(userId, here), gatherMs) };
      return;
    }
    this.#here.delete(userId);
    here.availability = "offline";
    if (availability !== "offline") {
      this.#announce(userId, here, leaving.rooms);
      this.#left.put("left", userId, leaving.at);
    }
    regards.release(userId);
  }

  #announce(userId: UserId, { availability }: Here, rooms: readonly RoomId[]): void {
    const news = { availability, regard: this.#options.regards.get(userId) };
    for (const roomId of rooms) if (this.#onlookers.isWatched(roomId)) this.#news.put(roomId, userId, news);
    this.#news.put("friends", userId, news);
  }

  #tell(place: RoomId | "friends", news: ReadonlyMap<UserId, News>): void {
    const { regards } = this.#options;
    const people: Present[] = [];
    const subjects = new Map<UserId, Regard>();
    for (const [userId, { availability, regard }] of news) {
      const here = this.#here.get(userId);
      // Since it was noted they may have left the room.
      if (here !== undefined && place !== "friends" && !isIn(here, place)) continue;
      const subject = here === undefined ? regard : regards.get(userId);
      // Rules that are being read are waited for.
      if (subject === null && here !== undefined && !this.#isStopped) this.#announceLater(place, userId);
      if (subject === null) continue;
      subjects.set(userId, subject);
      people.push({ userId, availability: here?.availability ?? availability });
    }
    if (place === "friends") this.#onlookers.tellFriends(people, subjects);
    else this.#onlookers.tellIn(place, people, subjects);
  }

  #announceLater(place: RoomId | "friends", userId: UserId): void {
    this.#news.put(place, userId, { availability: "offline", regard: null });
  }
}

function isIn({ connections, leaving }: Here, roomId: RoomId): boolean {
  if (leaving !== null) return leaving.rooms.includes(roomId);
  const [socket] = connections.keys();
  return socket?.rooms.has(address.room(roomId)) === true;
}

/** The rooms that somebody is in: all of their connections are in the same. */
function roomsOf({ connections, leaving }: Here): readonly RoomId[] {
  if (leaving !== null) return leaving.rooms;
  const [socket] = connections.keys();
  return [...(socket?.rooms ?? [])].map(roomOf).filter((roomId) => roomId !== null);
}
