import { setImmediate as nextTurn } from "node:timers/promises";
import type { Message, RoomId, User, UserId } from "@parley/contract";
import type { Gathering } from "./gathering.ts";

/** Messages of a room after one number and up to another. */
export interface Stretch {
  readonly roomId: RoomId;
  readonly after: number;
  readonly until: number;
}

/** So many numbers are read at once, all messages or only one's own. */
const atOnce = 200;
const ownAtOnce = 500;

export const partsIn = ({ after, until }: Pick<Stretch, "after" | "until">) => Math.ceil((until - after) / atOnce);
export const ownPartsIn = ({ after, until }: Pick<Stretch, "after" | "until">) =>
  Math.ceil((until - after) / ownAtOnce);

/**
 * A room's history as the person may see it at the moment when it is read, a part at a time: who is taken out of the
 * room meanwhile, or clears it, gets no more of it. Others' requests go between the parts.
 */
export async function* historyOf(
  { reader, me, step }: Gathering,
  { roomId, after, until }: Stretch,
): AsyncGenerator<Message[]> {
  for (let at = after; at < until; at += atOnce) {
    await nextTurn();
    const standing = await reader.members.standing(roomId, me.id);
    const from = Math.max(at, standing?.clearedSeq ?? 0);
    const end = Math.min(at + atOnce, until);
    const isIn = standing?.role != null;
    if (isIn && from < end)
      yield (await reader.messages.after(roomId, from, end - from)).filter(
        (message) => message.seq <= end && !hasDisappeared(message),
      );
    await step();
  }
}

/** What the person wrote in a room, also in one that they have left. */
export async function* ownWordsIn(
  { reader, me, step }: Gathering,
  { roomId, after, until }: Stretch,
): AsyncGenerator<Message[]> {
  for (let at = after; at < until; at += ownAtOnce) {
    await nextTurn();
    const stretch = { after: at, until: Math.min(at + ownAtOnce, until) };
    const messages = await reader.exports.messagesBy(me.id, roomId, stretch);
    yield messages.filter((message) => message.deletedAt === undefined);
    await step();
  }
}

/** Past its time, whether or not the server has made a tombstone of it already. */
function hasDisappeared({ deletedAt, expiresAt }: Message): boolean {
  return deletedAt !== undefined && expiresAt !== undefined && deletedAt >= expiresAt;
}

/** Names, asked for as people come up. */
export class Names {
  readonly #known = new Map<UserId, User>();
  readonly #gathering: Gathering;

  constructor(gathering: Gathering) {
    this.#gathering = gathering;
  }

  async of(messages: readonly Message[]): Promise<ReadonlyMap<UserId, User>> {
    const unknown = messages.map(({ senderId }) => senderId).filter((userId) => !this.#known.has(userId));
    if (unknown.length > 0)
      for (const user of await this.#gathering.reader.users.list(unknown)) this.#known.set(user.id, user);
    return this.#known;
  }
}
