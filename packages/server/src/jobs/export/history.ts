import { setImmediate as nextTurn } from "node:timers/promises";
import { type Edit, hasDisappeared, type Message, type RoomId, type User, type UserId } from "@parley/contract";
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
    if (isIn && from < end) {
      const messages = (await reader.messages.after(roomId, from, end - from)).filter(
        (message) => message.seq <= end && !hasDisappeared(message),
      );
      yield await reader.roomViews.whole(roomId, messages, me.id);
    }
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

/** How the person reacted to what was said in a room. */
export async function* ownReactionsIn(
  { reader, me, step }: Gathering,
  { roomId, after, until }: Stretch,
): AsyncGenerator<{ seq: number; emoji: string; reactedAt: number }[]> {
  for (let at = after; at < until; at += ownAtOnce) {
    await nextTurn();
    yield await reader.reactions.ofPerson(me.id, { roomId, from: at + 1, below: Math.min(at + ownAtOnce, until) + 1 });
    await step();
  }
}

/** What the person's messages in a room said before they were edited. */
export async function* ownEditsIn(
  { reader, me, step }: Gathering,
  { roomId, after, until }: Stretch,
): AsyncGenerator<(Edit & { seq: number })[]> {
  for (let at = after; at < until; at += ownAtOnce) {
    await nextTurn();
    yield await reader.edits.ofPerson(me.id, { roomId, from: at + 1, below: Math.min(at + ownAtOnce, until) + 1 });
    await step();
  }
}

/** What the person voted in a room's polls; of what was asked nothing, as they may have left it. */
export async function* ownVotesIn(
  { reader, me, step }: Gathering,
  { roomId, after, until }: Stretch,
): AsyncGenerator<{ seq: number; chosen: number[]; votedAt: number }[]> {
  for (let at = after; at < until; at += ownAtOnce) {
    await nextTurn();
    const range = { roomId, from: at + 1, below: Math.min(at + ownAtOnce, until) + 1 };
    yield (await reader.polls.ofPerson(me.id, range)).map(({ isAnonymous: _, ...vote }) => vote);
    await step();
  }
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
