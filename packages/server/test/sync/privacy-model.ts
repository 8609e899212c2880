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
  readonly #how = everybody.map(() => ({ isInvisible: false, receipts: true, typing: true }));

  /** Who is writing, and where: at most one at a time. */
  #typing: Pick<Action, "who" | "place"> | null = null;

  constructor() {
    for (const place of ["all", "01", "02", "12"] as const) {
      const who = everybody.filter((one) => place === "all" || place.includes(`${one}`));
      const members = new Map(who.map((one) => [one, { readSeq: 0, shownSeq: 0 }]));
      this.#rooms.set(place, { senders: [], members, frozen: new Map() });
    }
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
      const online = everybody.filter((one) => place === "all" && room.members.has(one) && this.#sees(viewer, one));
      const typing = this.#typing?.place === place && this.#hears(viewer, this.#typing.who) ? [this.#typing.who] : [];
      return [[place, { unread: counted.length, read, online, typing }]];
    });
    return { relations, rooms: Object.fromEntries(rooms) };
  }

  #blocks(one: number, other: number): boolean {
    return this.#relations.get(`${one}${other}`) === "blocked";
  }

  #isBetween(one: number, other: number): boolean {
    return this.#blocks(one, other) || this.#blocks(other, one);
  }

  #sees(viewer: number, one: number): boolean {
    return this.#how[one]?.isInvisible === false && !this.#isBetween(viewer, one);
  }

  #hears(viewer: number, one: number): boolean {
    return this.#how[viewer]?.typing === true && this.#how[one]?.typing === true && this.#sees(viewer, one);
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
    const { members, frozen, senders } = this.#room("all");
    if (members.has(who)) return true;
    members.set(who, { readSeq: senders.length, shownSeq: senders.length });
    for (const one of members.keys()) if (this.#blocks(who, one)) frozen.set(`${one}${who}`, senders.length);
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

  #mayWrite({ who, whom, place }: Action): boolean {
    return this.#room(place).members.has(who) && (place === "all" || !this.#isBetween(who, whom));
  }

  send(action: Action): boolean {
    return this.#mayWrite(action) && this.#room(action.place).senders.push(action.who) > 0;
  }

  type(action: Action): boolean {
    this.#typing = this.#mayWrite(action) ? action : null;
    return this.#typing !== null;
  }

  stop(action: Action): boolean {
    this.#typing = null;
    return this.#mayWrite(action);
  }

  read({ who, place }: Action): boolean {
    const { members, senders } = this.#room(place);
    const [mine, how] = [members.get(who), this.#how[who]];
    if (mine === undefined) return false;
    if (mine.readSeq < senders.length && how?.receipts && !how.isInvisible) mine.shownSeq = senders.length;
    mine.readSeq = senders.length;
    return true;
  }

  #room(place: Place): Room {
    const room = this.#rooms.get(place);
    if (room === undefined) throw new Error(`No room ${place}.`);
    return room;
  }
}
