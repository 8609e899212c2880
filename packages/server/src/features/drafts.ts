import type { Draft } from "@parley/contract";
import type { Handlers } from "../context.ts";
import { optionalText } from "../domain/bodies.ts";

export const draftHandlers: Pick<Handlers, "draft:save"> = {
  async "draft:save"(ctx, { roomId, body, replyTo }) {
    await ctx.access.room(roomId, "view");
    const userId = ctx.actor.user.id;
    const text = optionalText(body, "body");
    const draft: Draft | null =
      text.trim() === "" ? null : { body: text, savedAt: ctx.now, ...(replyTo !== undefined && { replyTo }) };
    const isChanged = draft === null ? await ctx.store.drafts.remove(userId, roomId) : true;
    if (draft !== null) await ctx.store.drafts.save(userId, roomId, draft);
    if (isChanged)
      ctx.effects.tell(userId, "draft:changed", { rev: await ctx.store.users.bumpRev(userId), roomId, draft });
    return { draft };
  },
};
