import { foldHandle } from "@parley/contract";
import type { Handlers } from "../context.ts";

export const userHandlers: Pick<Handlers, "user:list" | "user:find"> = {
  async "user:list"(ctx, { userIds }) {
    return { people: await ctx.store.users.listVisible(userIds, ctx.actor.user.id) };
  },

  async "user:find"(ctx, { text }) {
    const found = await ctx.store.users.findByPrefix(foldHandle(text), 21);
    return { people: found.filter((user) => user.id !== ctx.actor.user.id).slice(0, 20) };
  },
};
