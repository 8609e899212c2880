import type { Handlers } from "../context.ts";

export const presenceHandlers: Pick<Handlers, "presence:watch" | "presence:idle" | "typing:start" | "typing:stop"> = {
  async "presence:watch"(ctx, { roomIds, friends }) {
    const mine = new Set(await ctx.store.members.roomsOf(ctx.actor.user.id));
    await ctx.live.watch(
      roomIds.filter((roomId) => mine.has(roomId)),
      friends,
    );
  },

  async "presence:idle"(ctx, { isIdle }) {
    ctx.live.idle(isIdle);
  },

  async "typing:start"(ctx, { roomId }) {
    await ctx.access.writable(roomId);
    await ctx.live.typing(roomId, true);
  },

  async "typing:stop"(ctx, { roomId }) {
    await ctx.access.writable(roomId);
    await ctx.live.typing(roomId, false);
  },
};
