import { ParleyError, type RoomId, type RoomState, type UserId } from "@parley/contract";
import type { Member } from "./access.ts";
import type { Actor, Step } from "./context.ts";
import { caughtUp } from "./domain/pointers.ts";
import { tellOfEntry } from "./membership.ts";
import { movePointers, shownOf } from "./pointing.ts";

/** The part of a command's context that a stranger's conversation needs. */
type Asked = Step & { readonly actor: Pick<Actor, "user"> };

/**
 * Takes a stranger's conversation up: from now on it is one like any other. The sender is not told, but sees what has
 * been read, as in any other.
 */
export async function acceptRequest(ctx: Asked, roomId: RoomId): Promise<RoomState> {
  const userId = ctx.actor.user.id;
  await ctx.store.members.setRequest(roomId, userId, "none");
  ctx.effects.regard(userId);
  const state = await ctx.store.roomStates.find(roomId, userId);
  if (state === undefined) throw new ParleyError("not_found", "There is no such room.");
  ctx.effects.tell(userId, "room:accepted", { rev: await ctx.store.users.bumpRev(userId), state });
  await showWhatWasRead(ctx, roomId);
  await bringMakerBack(ctx, roomId);
  return state;
}

/** Takes a conversation up that was declined before: for its person that is coming in. */
export async function acceptDeclined(ctx: Asked, roomId: RoomId): Promise<RoomState> {
  const userId = ctx.actor.user.id;
  await ctx.store.members.setRequest(roomId, userId, "none");
  ctx.effects.regard(userId);
  ctx.effects.entered(userId, roomId);
  const state = await tellOfEntry(ctx, roomId, userId);
  await showWhatWasRead(ctx, roomId);
  await bringMakerBack(ctx, roomId);
  return state;
}

/** What was read while the conversation waited was shown to nobody. */
async function showWhatWasRead(ctx: Asked, roomId: RoomId): Promise<void> {
  const standing = await ctx.store.members.standing(roomId, ctx.actor.user.id);
  if (standing === undefined || standing.role === null) return;
  const moved = caughtUp(standing, await shownOf(ctx)(standing));
  if (moved !== null) await movePointers(ctx, standing as Member, moved);
}

/** Whoever put away what they had begun is in it again once it is taken up: they would not hear the answer. */
async function bringMakerBack(ctx: Asked, roomId: RoomId): Promise<void> {
  const makerId = await ctx.store.requests.withdrawnBy(roomId);
  if (makerId === undefined) return;
  await ctx.store.members.setRequest(roomId, makerId, "none");
  ctx.effects.regard(makerId);
  ctx.effects.entered(makerId, roomId);
  await tellOfEntry(ctx, roomId, makerId);
}

/** Puts a stranger's conversation away, without a word to anybody else: the membership stays as others see it. */
export async function declineRequest(ctx: Pick<Asked, "store" | "effects">, roomId: RoomId, userId: UserId) {
  await ctx.store.members.setRequest(roomId, userId, "declined");
  ctx.effects.regard(userId);
  await ctx.store.drafts.remove(userId, roomId);
  ctx.effects.departed(userId, roomId);
  ctx.effects.tell(userId, "room:departed", { rev: await ctx.store.users.bumpRev(userId), roomId });
}
