import { ParleyError, type User, type UserId } from "@parley/contract";
import type { Step } from "./context.ts";
import { presented } from "./domain/profiles.ts";

/** Everyone in a person's rooms, their friends and their own devices see how they look now; nobody across a block does. */
export async function tellLookToAll(ctx: Step, userId: UserId): Promise<User> {
  const kept = await ctx.store.users.find(userId);
  if (kept === undefined) throw new ParleyError("not_found", "There is no such person.");
  const user = presented(kept, { isWithheld: false, now: ctx.now });
  const roomIds = await ctx.store.members.roomsOf(userId);
  const userIds = [userId, ...(await ctx.store.relations.friendIdsOf(userId))];
  const around = await ctx.store.relations.blockedAround(userId);
  ctx.effects.profile(user, { roomIds, userIds, except: around.keys() });
  return user;
}
