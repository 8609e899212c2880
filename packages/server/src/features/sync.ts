import {
  limits,
  type Message,
  ParleyError,
  type RoomChanges,
  type RoomId,
  type RoomState,
  type UserId,
} from "@parley/contract";
import type { Handlers, QueryContext } from "../context.ts";
import { presented } from "../domain/profiles.ts";
import { needsReset } from "../domain/resync.ts";
import { serverInfo } from "../domain/server-info.ts";

export const syncHandlers: Pick<Handlers, "sync:open" | "sync:room" | "sync:check"> = {
  async "sync:open"(ctx) {
    const own = await ctx.store.users.own(ctx.actor.user.id);
    if (own === undefined) throw new ParleyError("unauthenticated", "This account is gone.");
    const rooms = await ctx.store.roomStates.listOf(own.user.id);
    const relations = await ctx.store.relations.listOf(own.user.id);
    const named = rooms.flatMap((state) => [
      ...state.directIds,
      ...(state.lastMessage === null ? [] : [state.lastMessage.senderId]),
    ]);
    for (const { userId } of relations) named.push(userId);
    const settings = await ctx.store.serverSettings.all();
    return {
      rev: own.rev,
      me: presented(own.user, { isWithheld: false, now: ctx.now }),
      sessionId: ctx.actor.sessionId,
      settings: own.settings,
      server: serverInfo(settings, ctx.server),
      rooms,
      emoji: (await ctx.store.emoji.list()).map(({ emoji }) => emoji),
      stickersRev: Number(settings.stickersRev ?? 0),
      relations,
      account: await ctx.store.accounts.find(own.user.id),
      warnings: await ctx.store.warnings.openOf(own.user.id),
      openReports: await ctx.store.reports.openFor(own.user.id),
      scheduled: await ctx.store.scheduled.listOf(own.user.id),
      people: await ctx.access.people(named),
      now: ctx.now,
    };
  },

  async "sync:room"(ctx, { roomId, sinceRev, limit }) {
    await ctx.access.room(roomId, "view");
    const state = await ctx.store.roomStates.find(roomId, ctx.actor.user.id);
    if (state === undefined) throw new ParleyError("not_found", "There is no such room.");
    if (needsReset(sinceRev, state.rev)) {
      const viewerId = ctx.actor.user.id;
      const latest = { viewerId, at: "latest", limit: limits.pageMessages / 2 } as const;
      const view = await ctx.access.view(await ctx.store.roomViews.view(state, latest));
      const receipts = await ctx.sight.receiptsFor(viewerId, roomId, view.receipts);
      return { kind: "reset", view: { ...view, receipts } };
    }
    return changesSince(ctx, state, { sinceRev, limit });
  },

  async "sync:check"(ctx, { rooms }) {
    const own = await ctx.store.users.own(ctx.actor.user.id);
    const revs = new Map((await ctx.store.members.revsOf(ctx.actor.user.id)).map((room) => [room.roomId, room.rev]));
    const stale = rooms.filter(({ roomId, rev }) => revs.get(roomId) !== rev).map((room) => room.roomId);
    return { rev: own?.rev ?? 0, stale };
  },
};

/** One page of changes. A full page ends at its last message's rev, so that members join it only up to there. */
async function changesSince(
  ctx: QueryContext,
  state: RoomState,
  { sinceRev, limit }: { sinceRev: number; limit: number },
): Promise<RoomChanges> {
  const roomId: RoomId = state.room.id;
  const messages = await ctx.store.messages.changedSince(roomId, sinceRev, limit);
  const hasMore = messages.length === limit;
  const untilRev = hasMore ? (messages.at(-1)?.rev ?? state.rev) : state.rev;
  const members = await ctx.store.members.changedBetween(roomId, sinceRev, untilRev);
  // One that has changed since the state was read comes as it is now: the events to come do not tell all of it. A new
  // one comes as an event.
  const isTold = ({ rev, seq }: Message) => rev <= untilRev || seq <= state.lastSeq;
  const found = messages.filter((message) => isTold(message) && message.seq > state.clearedSeq);
  const shown = await ctx.store.roomViews.whole(roomId, found, ctx.actor.user.id);
  const more: UserId[] = members.map((member) => member.userId);
  return {
    kind: "changes",
    state: { ...state, rev: untilRev },
    messages: shown,
    members,
    receipts: await ctx.sight.receiptsFor(ctx.actor.user.id, roomId, await ctx.store.roomViews.receipts(state)),
    plays: await ctx.store.voices.since(roomId, ctx.actor.user.id, sinceRev),
    votes: await ctx.store.polls.since(roomId, ctx.actor.user.id, sinceRev),
    people: await ctx.access.presented(await ctx.store.roomViews.peopleIn(shown, more)),
    hasMore,
  };
}
