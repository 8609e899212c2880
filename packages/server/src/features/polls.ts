import { type Message, type OwnVote, ParleyError, type Poll, type RoomId, type VoteAnswer } from "@parley/contract";
import { noteAct } from "../audit.ts";
import type { CommandContext, Handlers } from "../context.ts";
import { assertChoice, openPoll } from "../domain/polls.ts";

type PollRequest = "poll:vote" | "poll:close" | "poll:list";

export const pollHandlers: Pick<Handlers, PollRequest> = {
  async "poll:vote"(ctx, { roomId, seq, chosen }) {
    const { message } = await ctx.access.messageAt(roomId, seq, chosen.length > 0 ? "vote" : "view");
    const poll = openPoll(message);
    assertChoice(poll, chosen);
    const ordered = [...chosen].sort((one, other) => one - other);
    return vote(ctx, { roomId, message, poll }, ordered);
  },

  async "poll:close"(ctx, place) {
    const { message } = (await ctx.access.message(place, "close")).found;
    if (message.poll?.closedAt !== undefined) return message;
    const poll = { ...openPoll(message), closedAt: ctx.now };
    const { roomId } = place;
    const { senderId } = message;
    if (senderId !== ctx.actor.user.id) await noteAct(ctx, { act: "poll:close", roomId, userId: senderId });
    const closed: Message = { ...message, rev: await ctx.store.rooms.nextRev(roomId), poll };
    await ctx.store.polls.set(roomId, closed);
    ctx.effects.publish(roomId, "poll:closed", closed);
    return closed;
  },

  async "poll:list"(ctx, { roomId, seq, after, limit }) {
    const { message } = await ctx.access.messageAt(roomId, seq, "view");
    if (message.poll === undefined) return { voters: [], people: [], next: null };
    if (message.poll.isAnonymous) throw new ParleyError("forbidden", "This poll is anonymous.");
    const found = await ctx.store.polls.page({ roomId, seq }, { after, limit: limit + 1 });
    const page = found.slice(0, limit);
    return {
      voters: page.map(({ userId, chosen, votedAt }) => ({ userId, chosen, votedAt })),
      people: await ctx.access.people(page.map(({ userId }) => userId)),
      next: found.length > limit ? (page.at(-1)?.rev ?? null) : null,
    };
  },
};

interface OpenPoll {
  readonly roomId: RoomId;
  readonly message: Message;
  readonly poll: Poll;
}

/** A vote is a change of the room and of its message; whose it is, only they are told. */
async function vote(
  ctx: CommandContext,
  { roomId, message, poll }: OpenPoll,
  chosen: readonly number[],
): Promise<VoteAnswer> {
  const { seq } = message;
  const userId = ctx.actor.user.id;
  const known: OwnVote = (await ctx.store.polls.voteOf(userId, { roomId, seq })) ?? { chosen: [], at: 0 };
  const tally = () => ctx.store.polls.tally({ roomId, seq }, poll.answers.length);
  if (String(known.chosen) === String(chosen)) return { rev: message.rev, seq, ...(await tally()), mine: known };
  const rev = await ctx.store.rooms.nextRev(roomId);
  // The room is locked only now: a poll that was closed meanwhile is final.
  for (const now of await ctx.store.messages.bySeqs(roomId, [seq])) openPoll(now);
  await ctx.store.messages.setRev(roomId, seq, rev);
  await ctx.store.polls.put({ roomId, seq }, { userId, chosen, votedAt: ctx.now, rev });
  const change = { rev, seq, ...(await tally()) };
  const mine: OwnVote = { chosen: [...chosen], at: rev };
  ctx.effects.publish(roomId, "poll:changed", change);
  ctx.effects.tell(userId, "poll:voted", { rev: await ctx.store.users.bumpRev(userId), roomId, seq, mine });
  return { ...change, mine };
}
