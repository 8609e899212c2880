import type { Handlers } from "../context.ts";

export const presenceHandlers: Pick<Handlers, "presence:watch" | "presence:idle" | "typing:start" | "typing:stop"> = {
  async "presence:watch"(ctx, { roomIds, friends }) {
    const mine = async () => {
      const all = new Set(await ctx.store.members.roomsOf(ctx.actor.user.id));
      return roomIds.filter((roomId) => all.has(roomId));
    };
    await ctx.live.watch(mine, friends);
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
