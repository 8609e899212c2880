import type { Message, Reaction, ReactionChange, Tally, UserId } from "@parley/contract";
import { withTally } from "./polls.ts";

/** What an event tells of the marks that people put on a message: one kind of reaction, or the votes of a poll. */
export type MarkChange = ReactionChange | Tally;

/** The message after somebody's reaction or vote has come or gone. Kinds keep their places; a new one is the last. */
export function withMark(message: Message, change: MarkChange, meId: UserId | undefined): Message {
  if ("counts" in change) return withTally(message, change);
  const { rev, seq: _, emoji, userId, isOn, reaction } = change;
  const known = message.reactions?.find((one) => one.emoji === emoji);
  const isMine = userId === meId ? isOn : known?.isMine === true;
  const now = reaction && (isMine ? { ...reaction, isMine: true as const } : reaction);
  return { ...withKind(message, emoji, now), rev };
}

/** The message as it is with a reaction of mine on or off, before the server has said so. */
export function withMine(message: Message, { emoji, isOn }: { emoji: string; isOn: boolean }, meId: UserId): Message {
  const known = message.reactions?.find((one) => one.emoji === emoji);
  if ((known?.isMine === true) === isOn || message.deletedAt !== undefined) return message;
  const { count = 0, userIds = [] } = known ?? {};
  if (isOn) return withKind(message, emoji, { emoji, count: count + 1, userIds: [...userIds, meId], isMine: true });
  const left: Reaction = { emoji, count: count - 1, userIds: userIds.filter((id) => id !== meId) };
  return withKind(message, emoji, left.count === 0 ? null : left);
}

/** A message as an event or a command tells it says nothing of its reactions and votes: those that are known stay. */
export function keepingReactions(message: Message, known: Message | undefined): Message {
  const { reactions, votes } = known ?? {};
  if (!(reactions || votes) || message.deletedAt !== undefined) return message;
  return { ...message, ...(reactions && { reactions }), ...(votes && { votes }) };
}

/**
 * The reactions as I see them. As with messages, those of whom I blocked stay the room's, but count for nothing here;
 * of more people than are named with a message, that is known of the first alone.
 */
export function shownReactions(message: Message, isBlocked: (userId: UserId) => boolean): readonly Reaction[] {
  const reactions = message.reactions ?? none;
  if (!reactions.some(({ userIds }) => userIds.some(isBlocked))) return reactions;
  return reactions.flatMap((reaction) => {
    const userIds = reaction.userIds.filter((userId) => !isBlocked(userId));
    const count = reaction.count - (reaction.userIds.length - userIds.length);
    return count === 0 ? [] : { ...reaction, count, userIds };
  });
}

const none: readonly Reaction[] = [];

function withKind(message: Message, emoji: string, reaction: Reaction | null): Message {
  const { reactions = [], ...rest } = message;
  const isThere = reactions.some((one) => one.emoji === emoji);
  const next = isThere
    ? reactions.flatMap((one) => (one.emoji === emoji ? (reaction ?? []) : one))
    : reaction === null
      ? reactions
      : [...reactions, reaction];
  return next.length === 0 ? rest : { ...rest, reactions: next };
}
