import { limits, ParleyError, type User, type UserId } from "@parley/contract";
import { noteAct } from "../audit.ts";
import type { CommandContext, Handlers } from "../context.ts";
import { mayAdminister } from "../domain/administration.ts";
import { line } from "../domain/profiles.ts";
import { isSuspended } from "../domain/suspension.ts";
import { endOf, untilWords } from "../domain/terms.ts";
import { suspend } from "../suspensions.ts";

export const suspensionHandlers: Pick<Handlers, "user:suspend" | "user:restore"> = {
  async "user:suspend"(ctx, { userId, reason, forMs }) {
    await administered(ctx, userId);
    const until = endOf(forMs, ctx.now);
    await suspend(ctx, userId, until);
    const words = line(reason, limits.lineCharacters, "reason");
    await noteAct(ctx, { act: "user:suspend", userId, detail: `Suspended${untilWords(until)}. ${words}` });
    return {};
  },

  async "user:restore"(ctx, { userId }) {
    await administered(ctx, userId);
    if (!isSuspended(await ctx.store.suspensions.untilOf(userId), ctx.now))
      throw new ParleyError("conflict", "This account is not suspended.");
    await ctx.store.suspensions.set(userId, null);
    await noteAct(ctx, { act: "user:restore", userId });
    return {};
  },
};

/** Somebody on whose account the actor may act: nobody their equal, nobody above. */
async function administered(ctx: CommandContext, userId: UserId): Promise<User> {
  const actor = await ctx.access.administrator();
  const target = await ctx.access.user(userId);
  if (target.isGone === true) throw new ParleyError("conflict", "This account was deleted.");
  if (!mayAdminister(actor.role, target.role))
    throw new ParleyError("forbidden", "You can only do this to people who rank below you.");
  return target;
}
