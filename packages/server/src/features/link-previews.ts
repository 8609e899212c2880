import type { Message } from "@parley/contract";
import { noteAct } from "../audit.ts";
import type { Handlers } from "../context.ts";

export const linkPreviewHandlers: Pick<Handlers, "preview:remove"> = {
  async "preview:remove"(ctx, place) {
    const { message } = (await ctx.access.message(place, "unlink")).found;
    const { preview, ...rest } = message;
    if (preview === undefined) return message;
    const { roomId } = place;
    const { senderId, seq } = message;
    if (senderId !== ctx.actor.user.id) await noteAct(ctx, { act: "preview:remove", roomId, userId: senderId });
    const bare: Message = { ...rest, rev: await ctx.store.rooms.nextRev(roomId) };
    await ctx.store.messages.putPreview(roomId, message, bare);
    await ctx.store.linkPreviews.keepOff({ roomId, seq }, senderId);
    if (preview.image !== undefined) ctx.effects.due("files", ctx.now);
    ctx.effects.publish(roomId, "message:previewed", bare);
    return bare;
  },
};
