import { ParleyError } from "@parley/contract";
import type { Handlers } from "../context.ts";

export const settingsHandlers: Pick<Handlers, "settings:change"> = {
  async "settings:change"(ctx, changes) {
    const userId = ctx.actor.user.id;
    // Numbered first: that makes a change on another device wait, so that neither undoes the other.
    const rev = await ctx.store.users.bumpRev(userId);
    const own = await ctx.store.users.own(userId);
    if (own === undefined) throw new ParleyError("not_found", "There is no such account.");
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const settings = { ...own.settings, ...given };
    await ctx.store.users.saveSettings(userId, settings);
    if (changes.presence !== undefined || changes.privacy !== undefined) ctx.effects.regard(userId);
    ctx.effects.tell(userId, "settings:changed", { rev, settings });
    return settings;
  },
};
