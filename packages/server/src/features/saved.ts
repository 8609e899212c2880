import { limits, type Message, ParleyError, type RoomId, type Saved, type UserId } from "@parley/contract";
import type { CommandContext, Handlers, QueryContext } from "../context.ts";
import type { SavedRow } from "../store/saved.ts";

export const savedHandlers: Pick<Handlers, "saved:add" | "saved:remove" | "saved:list"> = {
  async "saved:add"(ctx, place) {
    const { message } = await ctx.access.messageAt(place.roomId, place.seq, "view");
    if (message.deletedAt !== undefined) throw new ParleyError("conflict", "This message was deleted.");
    const userId = ctx.actor.user.id;
    const known = await ctx.store.saved.find(userId, place);
    if (known !== undefined) return { savedAt: known };
    const { count, lastAt } = await ctx.store.saved.sum(userId);
    if (count >= limits.saved)
      throw new ParleyError("conflict", `You can keep at most ${limits.saved} messages for later. Remove one first.`);
    // They are ordered by their time, so no two may have the same.
    const savedAt = Math.max(ctx.now, lastAt + 1);
    await ctx.store.saved.add(userId, place, savedAt);
    await tell(ctx, { ...place, isSaved: true });
    return { savedAt };
  },

  async "saved:remove"(ctx, place) {
    if (await ctx.store.saved.remove(ctx.actor.user.id, place)) await tell(ctx, { ...place, isSaved: false });
    // To whoever keeps nothing there, the room is what it is to anybody.
    else await ctx.access.room(place.roomId, "view");
    return {};
  },

  async "saved:list"(ctx, { cursor, limit }) {
    const rows = await ctx.store.saved.before(ctx.actor.user.id, cursor ?? Number.MAX_SAFE_INTEGER, limit);
    const messages = await messagesOf(ctx, rows);
    const entries = rows.flatMap((row) => entryOf(row, messages));
    const shown = entries.flatMap(({ message }) => message ?? []);
    const people = await ctx.access.presented(await ctx.store.roomViews.peopleIn(shown));
    return { entries, people, next: rows.length < limit ? null : (rows.at(-1)?.savedAt ?? null) };
  },
};

async function tell(ctx: CommandContext, change: { roomId: RoomId; seq: number; isSaved: boolean }): Promise<void> {
  const userId: UserId = ctx.actor.user.id;
  ctx.effects.tell(userId, "saved:changed", { rev: await ctx.store.users.bumpRev(userId), ...change });
}

/** By room and number; only of rooms that the actor is in. */
async function messagesOf(ctx: QueryContext, rows: readonly SavedRow[]): Promise<ReadonlyMap<string, Message>> {
  const seen = Map.groupBy(
    rows.filter(({ isSeen }) => isSeen),
    ({ roomId }) => roomId,
  );
  const found = new Map<string, Message>();
  for (const [roomId, kept] of seen) {
    const messages = await ctx.store.messages.bySeqs(
      roomId,
      kept.map(({ seq }) => seq),
    );
    for (const message of messages) found.set(keyOf({ roomId, seq: message.seq }), message);
  }
  return found;
}

const keyOf = ({ roomId, seq }: { roomId: RoomId; seq: number }) => `${roomId} ${seq}`;

/** What is past its time is gone from here too, whether or not it was swept. */
function entryOf({ isSeen, ...place }: SavedRow, messages: ReadonlyMap<string, Message>): Saved[] {
  if (!isSeen) return [{ ...place, message: null }];
  const message = messages.get(keyOf(place));
  return message === undefined || message.deletedAt !== undefined ? [] : [{ ...place, message }];
}
