import type { Message, OwnVote, Tally, Votes } from "@parley/contract";

/** The message after somebody's vote has come or gone; whose, nobody is told. */
export function withTally({ votes, ...message }: Message, { rev, counts, voters }: Tally): Message {
  return { ...message, rev, ...((voters > 0 || votes?.mine) && { votes: { ...votes, counts, voters } }) };
}

/** The message with what I voted; of two, the later one counts. */
export function withOwnVote(message: Message, mine: OwnVote | undefined): Message {
  if (!(message.poll && mine) || mine.at <= (message.votes?.mine?.at ?? 0)) return message;
  return { ...message, votes: { ...votesOf(message), mine } };
}

/** What was answered to a poll so far. */
export function votesOf({ poll, votes }: Pick<Message, "poll" | "votes">): Votes {
  return votes ?? { counts: (poll?.answers ?? []).map(() => 0), voters: 0 };
}
