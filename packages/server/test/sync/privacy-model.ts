/** What three people may see of each other, in the plainest way. */
import type { Action, Place } from "./privacy-actions.ts";

interface Room {
  /** Who wrote each message. */
  senders: number[];
  /** How far each has read, and what others are shown of it. */
  members: Map<number, { readSeq: number; shownSeq: number }>;
  /** By viewer, then subject: where pointers stood when the subject blocked the viewer. */
  frozen: Map<string, number>;
}

const everybody = [0, 1, 2];

export class PrivacyModel {
  readonly #rooms = new Map<Place, Room>();
  readonly #relations = new Map<string, "friend" | "asked" | "asking" | "blocked">();
  readonly #how = everybody.map(() => ({ isInvisible: false, receipts: true }));

  constructor() {
    for (const [place, who] of [
      ["all", everybody],
      ["01", [0, 1]],
      ["02", [0, 2]],
      ["12", [1, 2]],
    ] as const)
      this.#rooms.set(place, {
        senders: [],
        members: new Map(who.map((one) => [one, { readSeq: 0, shownSeq: 0 }])),
        frozen: new Map(),
      });
  }

  /** Whether it is allowed; then it is done. */
  act(action: Action): boolean {
    return this[action.what](action);
  }

  shown(viewer: number) {
    const relations = everybody.flatMap((one) => {
      const kind = this.#relations.get(`${viewer}${one}`);
      return kind === undefined ? [] : [`${one} ${kind}`];
    });
    const rooms = [...this.#rooms].flatMap(([place, room]) => {
      const me = room.members.get(viewer);
      if (me === undefined) return [];
      const counted = room.senders
        .slice(me.readSeq)
        .filter((sender) => sender !== viewer && !this.#blocks(viewer, sender));
      const read = everybody.flatMap((one) => {
        const seq = this.#readSeq(room, viewer, one);
        return seq === undefined ? [] : [`${one}:${seq}`];
      });
      const online = everybody.filter(
        (one) =>
          place === "all" && room.members.has(one) && !(this.#how[one]?.isInvisible || this.#isBetween(viewer, one)),
      );
      return [[place, { unread: counted.length, read, online }]];
    });
    return { relations, rooms: Object.fromEntries(rooms) };
  }

  #blocks(one: number, other: number): boolean {
    return this.#relations.get(`${one}${other}`) === "blocked";
  }

  #isBetween(one: number, other: number): boolean {
    return this.#blocks(one, other) || this.#blocks(other, one);
  }

  #readSeq(room: Room, viewer: number, one: number): number | undefined {
    const member = room.members.get(one);
    if (member === undefined || viewer === one) return member?.shownSeq;
    if (this.#blocks(viewer, one)) return undefined;
    const seq = this.#blocks(one, viewer) ? room.frozen.get(`${viewer}${one}`) : member.shownSeq;
    return seq !== undefined && !this.#how[viewer]?.receipts ? 0 : seq;
  }

  block({ who, whom }: Action): boolean {
    if (this.#blocks(who, whom)) return true;
    this.#relations.set(`${who}${whom}`, "blocked");
    if (["friend", "asking"].includes(this.#relations.get(`${whom}${who}`) ?? ""))
      this.#relations.delete(`${whom}${who}`);
    for (const { members, frozen } of this.#rooms.values()) {
      const mine = members.get(who);
      if (mine !== undefined && members.has(whom)) frozen.set(`${whom}${who}`, mine.shownSeq);
    }
    return true;
  }

  unblock({ who, whom }: Action): boolean {
    if (!this.#blocks(who, whom)) return false;
    for (const { frozen } of this.#rooms.values()) frozen.delete(`${whom}${who}`);
    return this.#relations.delete(`${who}${whom}`);
  }

  ask({ who, whom }: Action): boolean {
    const [mine, theirs] = [this.#relations.get(`${who}${whom}`), this.#relations.get(`${whom}${who}`)];
    if (mine === "blocked") return false;
    if (mine === "friend") return true;
    if (theirs === "asked") return this.#befriend(who, whom);
    this.#relations.set(`${who}${whom}`, "asked");
    if (theirs !== "blocked") this.#relations.set(`${whom}${who}`, "asking");
    return true;
  }

  accept({ who, whom }: Action): boolean {
    const mine = this.#relations.get(`${who}${whom}`);
    return mine === "friend" || (mine === "asking" && this.#befriend(who, whom));
  }

  #befriend(who: number, whom: number): true {
    for (const pair of [`${who}${whom}`, `${whom}${who}`]) this.#relations.set(pair, "friend");
    return true;
  }

  remove({ who, whom }: Action): boolean {
    if (this.#relations.get(`${who}${whom}`) !== "friend") return false;
    return this.#relations.delete(`${whom}${who}`) && this.#relations.delete(`${who}${whom}`);
  }

  join({ who }: Action): boolean {
    const room = this.#room("all");
    if (room.members.has(who)) return true;
    const { length } = room.senders;
    room.members.set(who, { readSeq: length, shownSeq: length });
    for (const one of room.members.keys()) if (this.#blocks(who, one)) room.frozen.set(`${one}${who}`, length);
    return true;
  }

  leave({ who }: Action): boolean {
    const { members, frozen } = this.#room("all");
    for (const pair of frozen.keys()) if (pair.includes(`${who}`)) frozen.delete(pair);
    return members.delete(who);
  }

  hide({ who, how }: Action): boolean {
    this.#how[who] = how;
    return true;
  }

  send({ who, whom, place }: Action): boolean {
    const { members, senders } = this.#room(place);
    if (!members.has(who) || (place !== "all" && this.#isBetween(who, whom))) return false;
    senders.push(who);
    return true;
  }

  read({ who, place }: Action): boolean {
    const { members, senders } = this.#room(place);
    const mine = members.get(who);
    if (mine === undefined) return false;
    const isMoved = mine.readSeq < senders.length;
    mine.readSeq = senders.length;
    const { isInvisible, receipts } = this.#how[who] ?? { isInvisible: true, receipts: false };
    if (isMoved && receipts && !isInvisible) mine.shownSeq = senders.length;
    return true;
  }

  #room(place: Place): Room {
    const room = this.#rooms.get(place);
    if (room === undefined) throw new Error(`No room ${place}.`);
    return room;
  }
}
