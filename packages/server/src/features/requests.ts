import { ParleyError } from "@parley/contract";
import type { Handlers } from "../context.ts";
import { acceptRequest, declineRequest } from "../requests.ts";

/** What becomes of a stranger's conversation. */
export const requestHandlers: Pick<Handlers, "room:accept" | "room:decline"> = {
  async "room:accept"(ctx, { roomId }) {
    const { request } = await ctx.access.roomItself(roomId, "view");
    if (request === "waiting") return acceptRequest(ctx, roomId);
    const state = await ctx.store.roomStates.find(roomId, ctx.actor.user.id);
    if (state === undefined) throw new ParleyError("not_found", "There is no such room.");
    return state;
  },

  async "room:decline"(ctx, { roomId }) {
    const { request } = await ctx.access.roomItself(roomId, "view");
    if (request !== "waiting") throw new ParleyError("conflict", "This conversation is not a request.");
    await declineRequest(ctx, roomId, ctx.actor.user.id);
    return {};
  },
};
