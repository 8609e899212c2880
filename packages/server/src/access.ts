import { type MessageId, ParleyError, type Permission, type RoomId, type UserId } from "@parley/contract";
import { judge, mayDelete } from "./domain/permissions.ts";
import type { PlacedMessage } from "./store/messages.ts";
import type { Standing } from "./store/standing.ts";
import type { Reader } from "./store/store.ts";

/** A room that one may use: one's own standing in it, with a role. */
export type Member = Standing & { readonly role: NonNullable<Standing["role"]> };

/** Loads what the actor may use, and nothing else. To an outsider a private thing is not found, never forbidden. */
export class Access {
  readonly #store: Reader;
  readonly #actorId: UserId;

  constructor(store: Reader, actorId: UserId) {
    this.#store = store;
    this.#actorId = actorId;
  }

  /** The room and one's membership, if one may do this there. Not for `join`, which outsiders may. */
  async room(roomId: RoomId, permission: Exclude<Permission, "join">): Promise<Member> {
    const standing = await this.#judged(roomId, permission);
    if (standing.role === null) throw notFound("room");
    return standing as Member;
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
    const room = await this.room(place.roomId, "post");
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
    if (verdict === "forbidden")
      throw new ParleyError(
        "forbidden",
        standing.role === null ? "Join the room first." : "You may not do this in this room.",
      );
    return standing;
  }
}

function notFound(noun: "room" | "message"): ParleyError {
  return new ParleyError("not_found", `There is no such ${noun}.`);
}
