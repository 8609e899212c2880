import { limits, type Message, ParleyError, type RoomId } from "@parley/contract";
import type { CommandContext, Handlers } from "../context.ts";

interface Place {
  readonly roomId: RoomId;
  readonly seq: number;
}

export const pinHandlers: Pick<Handlers, "pin:add" | "pin:remove" | "pin:list"> = {
  async "pin:add"(ctx, place) {
    const message = await pinnable(ctx, place);
    if (message.pinnedAt !== undefined) return message;
    const { count, lastAt } = await ctx.store.pins.sum(place.roomId);
    if (count >= limits.pins)
      throw new ParleyError("conflict", `A room has at most ${limits.pins} pinned messages. Take one off first.`);
    // Pins are ordered by their time, so no two may have the same.
    return setPin(ctx, place, { ...message, pinnedAt: Math.max(ctx.now, lastAt + 1) });
  },

  async "pin:remove"(ctx, place) {
    const { pinnedAt, ...message } = await pinnable(ctx, place);
    return pinnedAt === undefined ? message : setPin(ctx, place, message);
  },

  async "pin:list"(ctx, { roomId, cursor, limit }) {
    const { clearedSeq } = await ctx.access.room(roomId, "view");
    const pinnedAt = cursor ?? Number.MAX_SAFE_INTEGER;
    const page = await ctx.store.pins.before(roomId, { pinnedAt, clearedSeq, limit });
    const people = await ctx.access.presented(await ctx.store.roomViews.peopleIn(page.messages));
    return { ...page, people };
  },
};

/** A message of a room where the actor may pin. */
async function pinnable(ctx: CommandContext, { roomId, seq }: Place): Promise<Message> {
  const { message } = await ctx.access.messageAt(roomId, seq, "pin");
  if (message.deletedAt !== undefined) throw new ParleyError("conflict", "This message was deleted.");
  return message;
}

async function setPin(ctx: CommandContext, { roomId }: Place, changed: Message): Promise<Message> {
  const message = { ...changed, rev: await ctx.store.rooms.nextRev(roomId) };
  await ctx.store.pins.put(message);
  ctx.effects.publish(roomId, "message:pinned", message);
  return message;
}
