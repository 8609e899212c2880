import { limits, ParleyError, type ReadState, type RoomId } from "@parley/contract";
import type { Member } from "../access.ts";
import type { CommandContext, Handlers } from "../context.ts";
import { deliveredUpTo, type Pointers, readUpTo, unreadFrom } from "../domain/pointers.ts";
import { movePointers, shownOf } from "../pointing.ts";

type ReceiptRequest = "receipt:read" | "receipt:unread" | "receipt:delivered" | "receipt:list" | "room:prefer";

export const receiptHandlers: Pick<Handlers, ReceiptRequest> = {
  async "receipt:read"(ctx, { roomId, seq }) {
    const member = await ctx.access.room(roomId, "view");
    const shown = await shownOf(ctx)(member);
    return moveOwn(ctx, member, readUpTo(member, seq, { lastSeq: member.lastSeq, shown }));
  },

  async "receipt:unread"(ctx, { roomId, seq }) {
    const member = await ctx.access.room(roomId, "view");
    return moveOwn(ctx, member, unreadFrom(member, seq, member.lastSeq));
  },

  async "receipt:delivered"(ctx, { rooms }) {
    const shownIn = shownOf(ctx);
    // In one order for everyone, so that no two wait for each other.
    const inOrder = rooms.toSorted((one, other) => (one.roomId < other.roomId ? -1 : 1));
    for (const { roomId, seq } of inOrder) {
      const member = await ctx.store.members.standing(roomId, ctx.actor.user.id);
      // A room that one has just been taken out of is no reason to refuse the others.
      if (member === undefined || member.role === null) continue;
      const shown = await shownIn(member as Member);
      const moved = deliveredUpTo(member, seq, { lastSeq: member.lastSeq, shown });
      if (moved !== null) await movePointers(ctx, member as Member, moved);
    }
    return {};
  },

  async "receipt:list"(ctx, { roomId, seq }) {
    const { clearedSeq } = await ctx.access.roomItself(roomId, "view");
    const [message] = seq > clearedSeq ? await ctx.store.messages.bySeqs(roomId, [seq]) : [];
    if (message === undefined || message.deletedAt !== undefined)
      throw new ParleyError("not_found", "There is no such message.");
    const myId = ctx.actor.user.id;
    const reached = await ctx.store.receipts.reachedBy(roomId, message, limits.receiptPeople);
    const readAt = new Map(reached.map((receipt) => [receipt.userId, receipt.readAt]));
    const others = reached.filter(({ userId }) => userId !== myId).map(({ readAt: _, ...receipt }) => receipt);
    for (const frozen of await ctx.store.frozenReceipts.listIn(roomId, myId)) readAt.set(frozen.userId, frozen.readAt);
    const shown = await ctx.sight.receiptsFor(myId, roomId, others);
    const got = shown.filter((receipt) => receipt.deliveredSeq >= seq);
    const hasRead = Object.groupBy(got, (receipt) => (receipt.readSeq >= seq ? "yes" : "no"));
    const readers = (hasRead.yes ?? []).map(({ userId }) => ({ userId, readAt: readAt.get(userId) ?? null }));
    return {
      readers: readers.sort((one, other) => (other.readAt ?? 0) - (one.readAt ?? 0)),
      deliveredTo: (hasRead.no ?? []).map(({ userId }) => userId),
      people: await ctx.access.people(got.map(({ userId }) => userId)),
    };
  },

  async "room:prefer"(ctx, { roomId, typing, receipts }) {
    const { preferences: before } = await ctx.access.roomItself(roomId, "view");
    const userId = ctx.actor.user.id;
    const preferences = {
      typing: typing === undefined ? before.typing : typing,
      receipts: receipts === undefined ? before.receipts : receipts,
    };
    await ctx.store.receipts.prefer(roomId, userId, preferences);
    const rev = await ctx.store.users.bumpRev(userId);
    ctx.effects.regard(userId);
    ctx.effects.tell(userId, "room:preferred", { rev, roomId, preferences });
    return preferences;
  },
};

/** Moves one's own read pointer and tells all of one's devices the counts that follow from it. */
async function moveOwn(ctx: CommandContext, member: Member, moved: Pointers | null): Promise<ReadState> {
  if (moved !== null) await movePointers(ctx, member, moved);
  const state = await readState(ctx, member.room.id);
  if (moved !== null) {
    const rev = await ctx.store.users.bumpRev(ctx.actor.user.id);
    ctx.effects.tell(ctx.actor.user.id, "receipt:changed", { rev, ...state });
  }
  return state;
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
