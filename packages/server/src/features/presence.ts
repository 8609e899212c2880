import type { Handlers } from "../context.ts";

export const presenceHandlers: Pick<Handlers, "presence:watch" | "presence:idle" | "typing:start" | "typing:stop"> = {
  async "presence:watch"(ctx, { roomIds, friends }) {
    const mine = async () => {
      // Threads that one only looks into, too.
      const all = new Set((await ctx.store.members.revsOf(ctx.actor.user.id)).map(({ roomId }) => roomId));
      return roomIds.filter((roomId) => all.has(roomId));
    };
    await ctx.live.watch(mine, friends);
  },

  async "presence:idle"(ctx, { isIdle }) {
    ctx.live.idle(isIdle);
  },

  async "typing:start"(ctx, { roomId }) {
    const { thread, preferences } = await ctx.access.writable(roomId);
    // What somebody wants in a room holds in its threads.
    if (thread === undefined || preferences.typing !== false) await ctx.live.typing(roomId, true);
  },

  async "typing:stop"(ctx, { roomId }) {
    await ctx.access.writable(roomId);
    await ctx.live.typing(roomId, false);
  },
};
