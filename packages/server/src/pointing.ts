import { limits } from "@parley/contract";
import type { Member } from "./access.ts";
import type { Actor, Step } from "./context.ts";
import type { Pointers } from "./domain/pointers.ts";
import { type Shown, shownPointers } from "./domain/sharing.ts";

/** The part of a command's context that somebody's own pointers need. */
type Pointing = Step & { readonly actor: Pick<Actor, "user"> };

/** Which pointers of mine others are shown in a room; my settings are read once. */
export function shownOf(ctx: Pointing): (member: Pick<Member, "preferences" | "request">) => Promise<Shown> {
  let manners: ReturnType<typeof ctx.store.regards.manners> | null = null;
  return async ({ preferences, request }) => {
    manners ??= ctx.store.regards.manners(ctx.actor.user.id);
    return shownPointers(await manners, { preferences, isApart: request !== "none" });
  };
}

/** Moves one's own pointers, and tells those who may see it. */
export async function movePointers(ctx: Pointing, member: Member, moved: Pointers): Promise<void> {
  const userId = ctx.actor.user.id;
  const isRead = moved.shownReadSeq !== member.shownReadSeq;
  await ctx.store.receipts.set(member.room.id, userId, { ...moved, readAt: isRead ? ctx.now : null });
  const isShown = isRead || moved.deliveredSeq !== member.deliveredSeq;
  // Who has read how far in a thread is nobody's to see.
  if (isShown && member.thread === undefined && member.room.memberCount <= limits.receiptMembers) {
    ctx.effects.point(member.room.id, { userId, readSeq: moved.shownReadSeq, deliveredSeq: moved.deliveredSeq });
  }
}
