import { limits, ParleyError, type Relation, type UserId } from "@parley/contract";
import type { CommandContext, Handlers } from "../context.ts";
import { directKey } from "../domain/direct-key.ts";
import { tellLook, tellRelation } from "../relations.ts";
import { declineRequest } from "../requests.ts";

export const blockHandlers: Pick<Handlers, "block:add" | "block:remove"> = {
  async "block:add"(ctx, { userId }) {
    const me = ctx.actor.user.id;
    if (userId === me) throw new ParleyError("invalid", "You cannot block yourself.", { field: "userId" });
    if ((await ctx.store.users.find(userId)) === undefined)
      throw new ParleyError("not_found", "There is no such person.");
    await closeConversation(ctx, userId);
    const known = await ctx.store.relations.find(me, userId);
    if (known?.kind === "blocked") return { relation: { ...known, kind: "blocked" } };
    await endFriendship(ctx, userId);
    const relation: Relation = { userId, kind: "blocked", line: "", since: ctx.now };
    await ctx.store.relations.put(me, relation);
    await ctx.store.frozenReceipts.freeze(me, userId);
    for (const id of [me, userId]) ctx.effects.regard(id);
    await tellRelation(ctx, me, userId);
    await tellLook(ctx, userId, me);
    return { relation };
  },

  async "block:remove"(ctx, { userId }) {
    const me = ctx.actor.user.id;
    await ctx.store.acquaintances.lock([me, userId]);
    const known = await ctx.store.relations.find(me, userId);
    if (known?.kind !== "blocked") throw new ParleyError("not_found", "You have not blocked them.");
    await ctx.store.relations.remove(me, userId);
    for (const id of [me, userId]) ctx.effects.regard(id);
    for (const { roomId, receipt } of await ctx.store.frozenReceipts.thaw(me, userId, limits.receiptMembers))
      ctx.effects.point(roomId, receipt);
    await tellRelation(ctx, me, userId);
    await tellLook(ctx, userId, me);
    return { relation: null };
  },
};

/**
 * From here to the commit nobody writes in the conversation of the two: what is sent after the block was answered is
 * refused. One that was still a request is declined.
 */
async function closeConversation(ctx: CommandContext, userId: UserId): Promise<void> {
  const me = ctx.actor.user.id;
  const roomId = await ctx.store.rooms.findDirect(directKey([me, userId]));
  const standing = roomId && (await ctx.store.members.standing(roomId, me));
  await ctx.store.acquaintances.lock([me, userId]);
  if (roomId && standing?.request === "waiting") await declineRequest(ctx, roomId, me);
}

/** What they see of it is what cannot be hidden: a friend less. A request of theirs goes on looking as if it waited. */
async function endFriendship(ctx: CommandContext, userId: UserId): Promise<void> {
  const me = ctx.actor.user.id;
  const theirs = await ctx.store.relations.find(userId, me);
  if (theirs?.kind !== "friend" && theirs?.kind !== "asking") return;
  await ctx.store.relations.remove(userId, me);
  await tellRelation(ctx, userId, me);
}
