import { foldHandle, type User } from "@parley/contract";
import { skeleton } from "@parley/contract/skeleton";
import type { Handlers } from "../context.ts";
import { isWithheld } from "../domain/blocking.ts";

export const userHandlers: Pick<Handlers, "user:list" | "user:find"> = {
  async "user:list"(ctx, { userIds }) {
    return { people: await ctx.access.presented(await ctx.store.users.listVisible(userIds, ctx.actor.user.id)) };
  },

  async "user:find"(ctx, { text }) {
    const around = await ctx.store.relations.blockedAround(ctx.actor.user.id);
    const found = await ctx.store.users.findByPrefix(foldHandle(text), 21 + around.size, skeleton(text));
    const isListed = ({ id }: User) => {
      const block = around.get(id);
      return id !== ctx.actor.user.id && (block === undefined || !isWithheld("find", block));
    };
    return { people: await ctx.access.presented(found.filter(isListed).slice(0, 20)) };
  },
};
