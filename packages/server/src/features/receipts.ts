import { limits, type ReadState, type RoomId } from "@parley/contract";
import type { Member } from "../access.ts";
import type { CommandContext, Handlers } from "../context.ts";
import { deliveredUpTo, type Pointers, readUpTo, unreadFrom } from "../domain/pointers.ts";

export const receiptHandlers: Pick<Handlers, "receipt:read" | "receipt:unread" | "receipt:delivered"> = {
  async "receipt:read"(ctx, { roomId, seq }) {
    const member = await ctx.access.room(roomId, "view");
    return moveOwn(ctx, member, readUpTo(member, seq, member.lastSeq));
  },

  async "receipt:unread"(ctx, { roomId, seq }) {
    const member = await ctx.access.room(roomId, "view");
    return moveOwn(ctx, member, unreadFrom(member, seq, member.lastSeq));
  },

  async "receipt:delivered"(ctx, { rooms }) {
    // In one order for everyone, so that no two wait for each other.
    const inOrder = rooms.toSorted((one, other) => (one.roomId < other.roomId ? -1 : 1));
    for (const { roomId, seq } of inOrder) {
      const member = await ctx.store.members.standing(roomId, ctx.actor.user.id);
      // A room that one has just been taken out of is no reason to refuse the others.
      if (member === undefined || member.role === null) continue;
      const moved = deliveredUpTo(member, seq, member.lastSeq);
      if (moved !== null) await move(ctx, member as Member, moved);
    }
    return {};
  },
};

/** Moves one's own read pointer and tells all of one's devices the counts that follow from it. */
async function moveOwn(ctx: CommandContext, member: Member, moved: Pointers | null): Promise<ReadState> {
  if (moved !== null) await move(ctx, member, moved);
  const state = await readState(ctx, member.room.id);
  if (moved !== null) {
    const rev = await ctx.store.users.bumpRev(ctx.actor.user.id);
    ctx.effects.tell(ctx.actor.user.id, "receipt:changed", { rev, ...state });
  }
  return state;
}

async function move(ctx: CommandContext, member: Member, moved: Pointers): Promise<void> {
  const userId = ctx.actor.user.id;
  await ctx.store.receipts.set(member.room.id, userId, moved);
  const isShown = moved.shownReadSeq !== member.shownReadSeq || moved.deliveredSeq !== member.deliveredSeq;
  if (isShown && member.room.memberCount <= limits.receiptMembers) {
    ctx.effects.point(member.room.id, { userId, readSeq: moved.shownReadSeq, deliveredSeq: moved.deliveredSeq });
  }
}

async function readState(ctx: CommandContext, roomId: RoomId): Promise<ReadState> {
  const state = await ctx.store.roomStates.find(roomId, ctx.actor.user.id);
  return {
    roomId,
    readSeq: state?.readSeq ?? 0,
    unread: state?.unread ?? 0,
    mentions: state?.mentions ?? 0,
    roomRev: state?.rev ?? 0,
  };
}
