import type { Message, RoomId } from "@parley/contract";
import type { Step } from "./context.ts";
import type { Purge } from "./store/purges.ts";
import { touchThread } from "./threads.ts";

/** So many of a room's numbers are looked through in one transaction: bounds how long everybody else waits for it. */
const stretchSeqs = 2_000;
/** Up to so many tombstones travel one by one; of more, clients are told that they have missed something. */
const mostEvents = 50;

/**
 * Makes tombstones of the newest stretch of what a person wrote in a room below a seq, takes back how they reacted to
 * others and voted there, and leaves the rest to the job. Answers how many tombstones it made. `isQuietly`: of many, nothing is
 * published; whoever calls tells at the end.
 */
export async function eraseStretch(
  ctx: Step,
  { roomId, userId, belowSeq }: Purge,
  { isQuietly }: { isQuietly: boolean },
): Promise<number> {
  const from = Math.max(1, belowSeq - stretchSeqs);
  const baseRev = await ctx.store.rooms.lockedRev(roomId);
  let made: readonly Message[] = [];
  let changed = 0;
  if (userId === "*") await ctx.store.erasures.removeRows({ roomId, from, below: belowSeq });
  else if (baseRev !== undefined) {
    const stretch = { roomId, userId, from, below: belowSeq };
    made = await ctx.store.erasures.erase(stretch, { baseRev, now: ctx.now });
    changed = await ctx.store.erasures.takeBack(stretch, { baseRev: baseRev + made.length, now: ctx.now });
    if (made.length + changed > 0) await ctx.store.rooms.setRev(roomId, baseRev + made.length + changed);
  }
  ctx.effects.due("files", ctx.now);
  if (made.length > 0) await touchThread(ctx, roomId);
  if (made.length <= mostEvents) for (const message of made) ctx.effects.publish(roomId, "message:deleted", message);
  if ((made.length > mostEvents || changed > 0) && !isQuietly) await tellOfGap(ctx, roomId);
  if (from === 1) await ctx.store.purges.remove(roomId, userId);
  else await ctx.store.purges.put({ roomId, userId, belowSeq: from });
  if (from > 1) ctx.effects.due("purge", ctx.now);
  return made.length;
}

/** One number more than clients can know of: they see the hole, and ask for what they have missed. */
export async function tellOfGap(ctx: Step, roomId: RoomId): Promise<void> {
  if ((await ctx.store.rooms.lockedRev(roomId)) === undefined) return;
  const rev = await ctx.store.rooms.nextRev(roomId);
  const room = await ctx.store.rooms.find(roomId);
  if (room !== undefined) ctx.effects.publish(roomId, "room:changed", { rev, room });
}
