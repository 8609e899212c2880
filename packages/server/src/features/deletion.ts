import { ParleyError, type Room, type RoomId } from "@parley/contract";
import type { CommandContext, Handlers } from "../context.ts";
import { eraseStretch } from "../erasure.ts";
import { declineRequest } from "../requests.ts";
import { dropScheduled } from "../scheduling.ts";
import { leaveThreads } from "../threads.ts";

type DeletionRequest = "room:clear" | "room:delete-direct" | "room:set-expiry" | "message:delete-mine";

export const deletionHandlers: Pick<Handlers, DeletionRequest> = {
  async "room:clear"(ctx, { roomId }) {
    const { lastSeq, clearedSeq } = await ctx.access.roomItself(roomId, "view");
    const { id } = ctx.actor.user;
    await dropScheduled(ctx, roomId, id);
    if (clearedSeq === lastSeq) return { clearedSeq };
    await ctx.store.erasures.clear(roomId, id, lastSeq);
    await leaveThreads(ctx, roomId, { userId: id, upTo: lastSeq });
    const state = await ctx.store.roomStates.find(roomId, id);
    if (state === undefined) throw new ParleyError("not_found", "There is no such room.");
    ctx.effects.tell(id, "room:cleared", { rev: await ctx.store.users.bumpRev(id), state });
    return { clearedSeq: lastSeq };
  },

  async "room:delete-direct"(ctx, { roomId }) {
    const { room, lastSeq } = await ctx.access.roomItself(roomId, "view");
    if (room.kind !== "direct")
      throw new ParleyError("forbidden", "Only a private conversation can be deleted for all its people.");
    // One of many does not decide for all of them.
    if (room.memberCount > 2)
      throw new ParleyError("forbidden", "Only a conversation of two can be deleted for both. Clear it for yourself.");
    if (await isForMeAlone(ctx, roomId)) return putAway(ctx, roomId, lastSeq);
    for (const userId of await ctx.store.members.idsIn(roomId)) {
      ctx.effects.departed(userId, roomId);
      ctx.effects.tell(userId, "room:departed", { rev: await ctx.store.users.bumpRev(userId), roomId });
    }
    await dropScheduled(ctx, roomId);
    await ctx.store.erasures.removeRoom(roomId);
    await eraseStretch(ctx, { roomId, userId: "*", belowSeq: lastSeq + 1 }, { isQuietly: true });
    return {};
  },

  async "room:set-expiry"(ctx, { roomId, expiresAfterMs }) {
    await ctx.access.writable(roomId, "expire");
    const room = await ctx.store.rooms.find(roomId);
    if (room === undefined) throw new ParleyError("not_found", "There is no such room.");
    if (room.expiresAfterMs === expiresAfterMs) return room;
    await ctx.store.rooms.setExpiry(roomId, expiresAfterMs);
    const changed: Room = { ...room, expiresAfterMs };
    ctx.effects.publish(roomId, "room:changed", { rev: await ctx.store.rooms.nextRev(roomId), room: changed });
    return changed;
  },

  async "message:delete-mine"(ctx, { roomId }) {
    const { lastSeq } = await ctx.access.room(roomId, "view");
    const userId = ctx.actor.user.id;
    const all = { roomId, userId, belowSeq: lastSeq + 1 };
    // The job does what is in threads.
    for (const thread of await ctx.store.threads.writtenBy(roomId, userId))
      await ctx.store.purges.put({ roomId: thread.roomId, userId, belowSeq: thread.lastSeq + 1 });
    ctx.effects.due("purge", ctx.now);
    return { deleted: await eraseStretch(ctx, all, { isQuietly: false }) };
  },
};

/** Whoever is blocked does not take from the one who blocked them what they may still want to show. */
async function isForMeAlone(ctx: CommandContext, roomId: RoomId): Promise<boolean> {
  const { id } = ctx.actor.user;
  if (await ctx.store.requests.isOpen(roomId, id)) return true;
  const around = await ctx.store.relations.blockedAround(id);
  return (await ctx.store.members.idsIn(roomId)).some((userId) => around.get(userId)?.byThem === true);
}

/**
 * What somebody has not taken up, or has declined, is deleted for me alone, with all of my words in it; so is the
 * conversation with somebody who blocks me. The conversation itself stays: with a new one, a decline would not hold.
 */
async function putAway(ctx: CommandContext, roomId: RoomId, lastSeq: number): Promise<Record<string, never>> {
  const { id } = ctx.actor.user;
  await dropScheduled(ctx, roomId, id);
  await ctx.store.erasures.clear(roomId, id, lastSeq);
  await declineRequest(ctx, roomId, id);
  await eraseStretch(ctx, { roomId, userId: id, belowSeq: lastSeq + 1 }, { isQuietly: false });
  return {};
}
