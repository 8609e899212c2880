import { codeIn, type Message, ParleyError, type ReactionChange, type RoomId } from "@parley/contract";
import type { CommandContext, Handlers } from "../context.ts";
import { assertRoomForKind } from "../domain/reactions.ts";

type ReactionRequest = "reaction:add" | "reaction:remove" | "reaction:list";

interface Place {
  readonly roomId: RoomId;
  readonly seq: number;
  readonly emoji: string;
}

export const reactionHandlers: Pick<Handlers, ReactionRequest> = {
  async "reaction:add"(ctx, place) {
    const { message } = await ctx.access.messageAt(place.roomId, place.seq, "react");
    if (isGone(message)) throw new ParleyError("conflict", "This message was deleted.");
    const userId = ctx.actor.user.id;
    if (await ctx.store.reactions.has(place, userId)) return changeOf(ctx, place, { rev: message.rev, isOn: true });
    await assertThereIs(ctx, place.emoji);
    const kinds = await ctx.store.reactions.kindsOn(place.roomId, place.seq);
    assertRoomForKind(kinds, place.emoji);
    const rev = await nextRevOf(ctx, place);
    const kindRev = kinds.get(place.emoji) ?? rev;
    await ctx.store.reactions.insert(place, { userId, now: ctx.now, rev, kindRev });
    return published(ctx, place.roomId, await changeOf(ctx, place, { rev, isOn: true }));
  },

  async "reaction:remove"(ctx, place) {
    const { message } = await ctx.access.messageAt(place.roomId, place.seq, "view");
    const userId = ctx.actor.user.id;
    const { seq, emoji } = place;
    if (isGone(message)) return { rev: message.rev, seq, emoji, userId, isOn: false, reaction: null };
    if (!(await ctx.store.reactions.has(place, userId))) return changeOf(ctx, place, { rev: message.rev, isOn: false });
    await ctx.store.reactions.remove(place, userId);
    const rev = await nextRevOf(ctx, place);
    return published(ctx, place.roomId, await changeOf(ctx, place, { rev, isOn: false }));
  },

  async "reaction:list"(ctx, { roomId, seq, emoji, after, limit }) {
    const { message } = await ctx.access.messageAt(roomId, seq, "view");
    if (isGone(message)) return { reactors: [], people: [], next: null };
    const found = await ctx.store.reactions.page(roomId, seq, { emoji, after, limit: limit + 1 });
    const page = found.slice(0, limit);
    return {
      reactors: page.map(({ userId, emoji: kind, reactedAt }) => ({ userId, emoji: kind, reactedAt })),
      people: await ctx.access.people(page.map(({ userId }) => userId)),
      next: found.length > limit ? (page.at(-1)?.rev ?? null) : null,
    };
  },
};

/** Of the server's own, only those that there are by now. */
async function assertThereIs({ store }: CommandContext, emoji: string): Promise<void> {
  const name = codeIn(emoji);
  if (name !== undefined && (await store.emoji.find(name)) === undefined)
    throw new ParleyError("not_found", `There is no emoji ${emoji} here.`);
}

/** Past its time it has nothing any more, whether or not the server has come round to it. */
function isGone({ deletedAt }: Message): boolean {
  return deletedAt !== undefined;
}

/** A reaction is a change of the room and of its message: who was away gets it with the message. */
async function nextRevOf(ctx: CommandContext, { roomId, seq }: Place): Promise<number> {
  const rev = await ctx.store.rooms.nextRev(roomId);
  await ctx.store.messages.setRev(roomId, seq, rev);
  return rev;
}

async function changeOf(
  ctx: CommandContext,
  place: Place,
  { rev, isOn }: Pick<ReactionChange, "rev" | "isOn">,
): Promise<ReactionChange> {
  const { seq, emoji } = place;
  return { rev, seq, emoji, userId: ctx.actor.user.id, isOn, reaction: await ctx.store.reactions.kind(place) };
}

function published(ctx: CommandContext, roomId: RoomId, change: ReactionChange): ReactionChange {
  ctx.effects.publish(roomId, "reaction:changed", change);
  return change;
}
