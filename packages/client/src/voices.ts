import type { Message } from "@parley/contract";

/** A message as an event tells it, or as it was read before, says nothing of a play: one that is known stays. */
export function keepingPlay(message: Message, known: Message): Message {
  if (known.playedAt === undefined || message.playedAt !== undefined || message.deletedAt !== undefined) return message;
  return { ...message, playedAt: known.playedAt };
}

/** The message with when it was played; the first time counts. */
export function withPlayedAt(message: Message, playedAt: number): Message {
  const isPlayed = message.playedAt !== undefined || message.deletedAt !== undefined;
  return isPlayed ? message : { ...message, playedAt };
}
