import type { RoomId, RoomState, UserId } from "@parley/contract";
import type { Member } from "./access.ts";
import type { Actor, Step } from "./context.ts";

/** So long replies wait for others, so that the room above hears of all of them at once. */
const gatherMs = 400;

/** After a message of this room has come or gone: if the room is a thread, its message is to say so. */
export async function touchThread(ctx: Step, roomId: RoomId): Promise<void> {
  const at = ctx.now + gatherMs;
  if (await ctx.store.threads.touch(roomId, at)) ctx.effects.due("threads", at);
}

/** They follow a thread from now on, if they may read it; what came up to a number does not count as unread. */
export async function follow(
  ctx: Step,
  threadId: RoomId,
  { userId, readSeq }: { userId: UserId; readSeq: number },
): Promise<void> {
  if ((await ctx.store.threads.isFollowedBy(threadId, userId)) === true) return;
  const standing = await ctx.store.members.standing(threadId, userId);
  if (standing === undefined || standing.role === null) return;
  await ctx.store.threads.put(threadId, userId, { isFollowed: true, seq: readSeq, now: ctx.now });
  ctx.effects.entered(userId, threadId);
  await tellFollowed(ctx, threadId, userId);
}

/** Tells all of a person's devices how they have a thread now; answers it. */
export async function tellFollowed(ctx: Step, threadId: RoomId, userId: UserId): Promise<RoomState | undefined> {
  const state = await ctx.store.roomStates.find(threadId, userId);
  if (state !== undefined)
    ctx.effects.tell(userId, "thread:followed", { rev: await ctx.store.users.bumpRev(userId), state });
  return state;
}

/** After a reply is stored: who wrote it, who is mentioned, and at the first one who wrote the message, follow. */
export async function takePart(
  ctx: Step & { readonly actor: Pick<Actor, "user"> },
  { room, thread }: Member,
  reply: { seq: number; mentions?: readonly UserId[] | undefined },
): Promise<void> {
  if (thread === undefined) return;
  await follow(ctx, room.id, { userId: ctx.actor.user.id, readSeq: reply.seq });
  const called = new Set(reply.mentions);
  if (reply.seq === 1)
    for (const { senderId } of await ctx.store.messages.bySeqs(thread.roomId, [thread.seq])) called.add(senderId);
  // In the order in which everybody locks people.
  for (const userId of [...called].sort()) await follow(ctx, room.id, { userId, readSeq: reply.seq - 1 });
  await touchThread(ctx, room.id);
}

/** A room's threads go with the room, or with its messages up to this one, for one person. */
export async function leaveThreads(ctx: Step, roomId: RoomId, { userId, upTo }: { userId: UserId; upTo: number }) {
  for (const threadId of await ctx.store.threads.leave(roomId, userId, upTo)) {
    await ctx.store.drafts.remove(userId, threadId);
    ctx.effects.departed(userId, threadId);
  }
}
