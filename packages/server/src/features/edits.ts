import type { Handlers } from "../context.ts";

export const editHandlers: Pick<Handlers, "edit:list"> = {
  async "edit:list"(ctx, { roomId, seq }) {
    const { message, room } = await ctx.access.messageAt(roomId, seq, "view");
    if (message.deletedAt !== undefined) return { edits: [] };
    const userId = ctx.actor.user.id;
    const member = await ctx.store.members.find(room.thread?.roomId ?? roomId, userId);
    // Whoever came later has never been told what it said before.
    const isMine = message.senderId === userId;
    return { edits: await ctx.store.edits.listOf(roomId, seq, isMine ? 0 : (member?.joinedAt ?? ctx.now)) };
  },
};
