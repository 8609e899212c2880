import type { Handlers } from "../context.ts";

export const presenceHandlers: Pick<Handlers, "presence:watch" | "typing:start" | "typing:stop"> = {
  async "presence:watch"(ctx, { roomIds }) {
    const mine = new Set(await ctx.store.members.roomsOf(ctx.actor.user.id));
    await ctx.live.watch(roomIds.filter((roomId) => mine.has(roomId)));
  },

  async "typing:start"(ctx, { roomId }) {
    await ctx.access.writable(roomId);
    ctx.live.typing(roomId, true);
  },

  async "typing:stop"(ctx, { roomId }) {
    await ctx.access.writable(roomId);
    ctx.live.typing(roomId, false);
  },
};
