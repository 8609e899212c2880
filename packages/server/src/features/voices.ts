import { isVoice, ParleyError, type UserId } from "@parley/contract";
import type { Member } from "../access.ts";
import type { CommandContext, Handlers } from "../context.ts";
import { isPlayShown, type Party } from "../domain/voices.ts";

export const voiceHandlers: Pick<Handlers, "voice:play"> = {
  async "voice:play"(ctx, { roomId, seq }) {
    const { room, message } = await ctx.access.messageAt(roomId, seq, "view");
    const userId = ctx.actor.user.id;
    if (!isVoice(message) || message.senderId === userId)
      throw new ParleyError("conflict", "This is no voice message of somebody else.");
    const known = await ctx.store.voices.playedAt(roomId, seq, userId);
    if (known !== undefined) return { seq, playedAt: known };
    const play = { seq, playedAt: ctx.now };
    const told = (await isShownTo(ctx, room, message.senderId)) ? [userId, message.senderId] : [userId];
    // In one order for everyone, so that no two wait for each other.
    for (const one of told.sort()) {
      await ctx.store.voices.insert(roomId, play, { userId: one, atRev: room.lastRev });
      ctx.effects.tell(one, "voice:played", { rev: await ctx.store.users.bumpRev(one), roomId, ...play });
    }
    return play;
  },
};

async function isShownTo(ctx: CommandContext, { room, block, ...mine }: Member, senderId: UserId): Promise<boolean> {
  if (room.kind !== "direct") return false;
  const theirs = await ctx.store.members.standing(room.id, senderId);
  if (theirs === undefined || theirs.role === null) return false;
  const player = await partyOf(ctx, ctx.actor.user.id, mine);
  return isPlayShown({ room, block, player, sender: await partyOf(ctx, senderId, theirs) });
}

async function partyOf(
  { store }: CommandContext,
  userId: UserId,
  { preferences, request }: Pick<Member, "preferences" | "request">,
): Promise<Party> {
  return { manners: await store.regards.manners(userId), place: { preferences, isApart: request !== "none" } };
}
