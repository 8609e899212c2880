import {
  limits,
  type MessageId,
  ParleyError,
  type Permission,
  type RoomId,
  type RoomView,
  type User,
  type UserId,
} from "@parley/contract";
import { isAdministrator } from "./domain/administration.ts";
import { isWithheld, refusalWords } from "./domain/blocking.ts";
import { judge, mayDelete, whyForbidden } from "./domain/permissions.ts";
import { presented } from "./domain/profiles.ts";
import { whyNotReach } from "./domain/reach.ts";
import { untilWords } from "./domain/terms.ts";
import type { Other } from "./store/acquaintances.ts";
import type { PlacedMessage } from "./store/messages.ts";
import type { Standing } from "./store/standing.ts";
import type { Reader } from "./store/store.ts";

/** A room that one may use: one's own standing in it, with a role. */
export type Member = Standing & { readonly role: NonNullable<Standing["role"]> };

/** Loads what the actor may use, and nothing else. To an outsider a private thing is not found, never forbidden. */
export class Access {
  readonly #store: Reader;
  readonly #actorId: UserId;
  readonly #now: number;

  constructor(store: Reader, actorId: UserId, now: number) {
    this.#store = store;
    this.#actorId = actorId;
    this.#now = now;
  }

  /** The actor, if they keep order on this server. What a session remembers of its person may be out of date. */
  async administrator(): Promise<User> {
    const user = await this.#store.users.find(this.#actorId);
    if (user === undefined || !isAdministrator(user.role))
      throw new ParleyError("forbidden", "Only the administrators of this server may do this.");
    return user;
  }

  /** A person whom one may know of: anybody, but whoever is gone only to those who were in a room with them. */
  async user(userId: UserId): Promise<User> {
    const user = await this.#store.users.find(userId);
    const isKnown = user?.isGone !== true || (await this.#store.users.listVisible([userId], this.#actorId)).length > 0;
    if (user === undefined || !isKnown) throw notFound("person");
    return user;
  }

  /** People by id, as the actor may see them. */
  async people(userIds: Iterable<UserId>): Promise<User[]> {
    return this.presented(await this.#store.users.list(userIds));
  }

  /** The same of people whom the store gave. Whoever answers people asks this, or {@link presenterFor}. */
  async presented(people: readonly User[]): Promise<User[]> {
    return people.map(await presenterFor(this.#actorId, this.#store, this.#now));
  }

  /** A room's view with its people as the actor may see them. */
  async view(view: RoomView): Promise<RoomView> {
    const present = await presenterFor(this.#actorId, this.#store, this.#now);
    return { ...view, people: view.people.map(present), page: { ...view.page, people: view.page.people.map(present) } };
  }

  /** The room and one's membership, if one may do this there. Not for `join`, which outsiders may. */
  async room(roomId: RoomId, permission: Exclude<Permission, "join">): Promise<Member> {
    const standing = await this.#judged(roomId, permission);
    if (standing.role === null) throw notFound("room");
    return standing as Member;
  }

  /** A room that one may write to (or change) now: across a block, two people do nothing to each other alone. */
  async writable(roomId: RoomId, permission: "post" | "expire" = "post"): Promise<Member> {
    const member = await this.room(roomId, permission);
    if (member.room.kind !== "direct" || member.room.memberCount !== 2) return member;
    const block = await this.#store.acquaintances.blockIn(roomId, this.#actorId);
    if (isWithheld("write", block)) throw new ParleyError("not_reachable", refusalWords("write", block));
    return member;
  }

  /** People whom one may write to or bring into a room: who they let, and no block. All of them, or none. */
  async reachable(userIds: readonly UserId[], tie: "write" | "add"): Promise<Other[]> {
    const others = await this.#store.acquaintances.listOf(this.#actorId, userIds);
    if (others.length < new Set(userIds).size) throw new ParleyError("not_found", "There is no such person.");
    for (const { block, acquaintance, privacy } of others) {
      const refusal = whyNotReach(tie, { block, acquaintance, reach: privacy[tie] });
      if (refusal !== null) throw new ParleyError("not_reachable", refusal);
    }
    return others;
  }

  /** A room that one may come into; one may be in it already. */
  joinable(roomId: RoomId): Promise<Standing> {
    return this.#judged(roomId, "join");
  }

  /** A message and one's membership of its room. `own`: only its sender; `delete`: its sender or a moderator. */
  async message(
    place: { roomId: RoomId; messageId: MessageId },
    use: "own" | "delete",
  ): Promise<{ room: Member; found: PlacedMessage }> {
    // What one has said may be taken back across a block, or when one is muted, but not said otherwise.
    const room = await (use === "own" ? this.writable(place.roomId) : this.room(place.roomId, "view"));
    const found = await this.#store.messages.find(place.messageId);
    if (found === undefined || found.roomId !== place.roomId) throw notFound("message");
    const isOwn = found.message.senderId === this.#actorId;
    const isAllowed = use === "own" ? isOwn : mayDelete(room, isOwn);
    if (!isAllowed)
      throw new ParleyError(
        "forbidden",
        use === "own"
          ? "Only the sender can change a message."
          : "Only the sender or a moderator can delete this message.",
      );
    return { room, found };
  }

  async #judged(roomId: RoomId, permission: Permission): Promise<Standing> {
    const standing = await this.#store.members.standing(roomId, this.#actorId);
    const verdict = standing === undefined ? "not_found" : judge(permission, standing);
    if (standing === undefined || verdict === "not_found") throw notFound("room");
    if (verdict === "forbidden") throw new ParleyError("forbidden", whyForbidden(permission, standing));
    const { mutedUntil } = standing;
    const isMuted = mutedUntil !== null && mutedUntil > this.#now;
    if (isMuted && judge(permission, { ...standing, isMuted }) === "forbidden")
      throw new ParleyError("forbidden", mutedWords(mutedUntil));
    return standing;
  }
}

/** How people look to one viewer: the one place where blocks and time are asked before somebody is shown. */
export async function presenterFor(viewerId: UserId, store: Reader, now: number): Promise<(user: User) => User> {
  const around = await store.relations.blockedAround(viewerId);
  return (user) => {
    const block = around.get(user.id);
    return presented(user, { isWithheld: block !== undefined && isWithheld("details", block), now });
  };
}

function mutedWords(until: number): string {
  return `You are muted in this room${untilWords(until === limits.forGood ? null : until)}.`;
}

function notFound(noun: "room" | "message" | "person"): ParleyError {
  return new ParleyError("not_found", `There is no such ${noun}.`);
}
