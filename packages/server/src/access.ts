import {
  type CustomEmoji,
  type FileId,
  isId,
  limits,
  type Message,
  type MessageId,
  ParleyError,
  type Permission,
  type PictureUse,
  type RoomId,
  type RoomView,
  type SharedFile,
  type Sticker,
  type StickerOfSet,
  type StickerPlace,
  type User,
  type UserId,
} from "@parley/contract";
import { isAdministrator } from "./domain/administration.ts";
import { isWithheld, refusalWords } from "./domain/blocking.ts";
import { inItsRoom, judge, mayDelete, whyForbidden } from "./domain/permissions.ts";
import { presented } from "./domain/profiles.ts";
import { whyNotReach } from "./domain/reach.ts";
import { shippedSticker } from "./domain/stickers.ts";
import { untilWords } from "./domain/terms.ts";
import type { Other } from "./store/acquaintances.ts";
import type { PlacedMessage } from "./store/messages.ts";
import type { Standing } from "./store/standing.ts";
import type { Reader } from "./store/store.ts";

/** A room that one may use: one's own standing in it, with a role. */
export type Member = Standing & { readonly role: NonNullable<Standing["role"]> };

/** A picture of one's own that was written anew for something else than a message, and is not used yet. */
export interface Drawn extends Pick<SharedFile, "id" | "isAnimated" | "width" | "height"> {
  /** What it takes of one's room. */
  readonly bytes: number;
}

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

  /** The same for what a thread has not of itself: members, leaving, clearing. */
  async roomItself(roomId: RoomId, permission: Exclude<Permission, "join">): Promise<Member> {
    const member = await this.room(roomId, permission);
    if (member.thread !== undefined) throw new ParleyError("forbidden", inItsRoom);
    return member;
  }

  /** A room that one may write to (or change) now: across a block, two people do nothing to each other alone. */
  async writable(roomId: RoomId, permission: "post" | "react" | "expire" | "pin" | "thread" = "post"): Promise<Member> {
    const member = await this.room(roomId, permission);
    const { block } = member;
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

  /** A file in a message that one sees, or one's own that is not sent yet. */
  async file(id: FileId): Promise<SharedFile> {
    const shown = await this.#store.files.shownTo(this.#actorId, id);
    if (shown !== undefined) return shown;
    const kept = await this.#store.files.find(id);
    const isUnsent = kept?.ownerId === this.#actorId && (kept.state === "ready" || kept.state === "waiting");
    if (!isUnsent || kept.info === null) throw notFound("file");
    return kept.info;
  }

  /** A picture of one's own, as it was uploaded for this. */
  async drawn(id: FileId, use: PictureUse): Promise<Drawn> {
    const kept = await this.#store.files.find(id);
    const isOwn = kept?.ownerId === this.#actorId && kept.state === "ready" && kept.claim.use === use;
    if (!isOwn || kept.info === null) throw notFound("file");
    const { isAnimated, width, height } = kept.info;
    return { id, bytes: kept.bytes, isAnimated, width, height };
  }

  /** An emoji of this server's own, by its picture: everybody here sees them all. */
  async emoji(id: FileId): Promise<CustomEmoji> {
    const emoji = await this.#store.emoji.shownBy(id);
    if (emoji === undefined) throw notFound("emoji");
    return emoji;
  }

  /** A sticker of this server: everybody here may send them all. What was taken away is still seen in messages. */
  async sticker(place: StickerPlace, use: "send" | "view"): Promise<Sticker> {
    const known = shippedSticker(place) ?? (await this.#store.stickers.find(place));
    const sticker = known ?? (use === "view" ? await this.#stickerSeen(place) : undefined);
    if (sticker === undefined) throw notFound("sticker");
    const { words: _, ...shown }: StickerOfSet = sticker;
    return shown;
  }

  async #stickerSeen({ setId, stickerId }: StickerPlace): Promise<Sticker | undefined> {
    const sticker = isId<FileId>(stickerId) && (await this.#store.files.stickerShownTo(this.#actorId, stickerId));
    return sticker && sticker.setId === setId ? sticker : undefined;
  }

  /** A message and one's membership of its room. `own`: only its sender; else its sender or a moderator. */
  async message(
    place: { roomId: RoomId; messageId: MessageId },
    use: "own" | "delete" | "unlink" | "close",
  ): Promise<{ room: Member; found: PlacedMessage }> {
    // What one has said may be taken back across a block, or when one is muted, but not said otherwise.
    const room = await (use === "own" ? this.writable(place.roomId) : this.room(place.roomId, "view"));
    const found = await this.#store.messages.find(place.messageId);
    if (found === undefined || found.roomId !== place.roomId) throw notFound("message");
    const isOwn = found.message.senderId === this.#actorId;
    const isAllowed = use === "own" ? isOwn : mayDelete(room, isOwn);
    if (!isAllowed) throw new ParleyError("forbidden", whyNotChange[use]);
    return { room, found };
  }

  /**
   * A message by its number, as one may react to it, vote in it, pin it, or see it. Taking a reaction back is like seeing: across a
   * block, or muted, one may still. Nothing of it gets to a stranger whose conversation was not accepted.
   */
  async messageAt(
    roomId: RoomId,
    seq: number,
    use: "react" | "vote" | "pin" | "view",
  ): Promise<{ room: Member; message: Message }> {
    const room = await (use === "view"
      ? this.room(roomId, "view")
      : this.writable(roomId, use === "vote" ? "react" : use));
    const [message] = seq > room.clearedSeq ? await this.#store.messages.bySeqs(roomId, [seq]) : [];
    if (message === undefined) throw notFound("message");
    if (use !== "view" && room.request === "waiting")
      throw new ParleyError("forbidden", `Accept the conversation before you ${use}.`);
    return { room, message };
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

const whyNotChange = {
  own: "Only the sender can change a message.",
  delete: "Only the sender or a moderator can delete this message.",
  close: "Only the sender or a moderator can close this poll.",
  unlink: "Only the sender or a moderator can take this preview off.",
} as const;

function mutedWords(until: number): string {
  return `You are muted in this room${untilWords(until === limits.forGood ? null : until)}.`;
}

function notFound(noun: "room" | "message" | "person" | "file" | "emoji" | "sticker"): ParleyError {
  return new ParleyError("not_found", `There is no such ${noun}.`);
}
