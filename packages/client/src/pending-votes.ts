import type { Message, RoomId, Votes } from "@parley/contract";
import { votesOf } from "./polls.ts";
import type { ClientState } from "./state.ts";

/** What was answered to a poll, with my vote that is on its way. The same as long as nothing in it changed. */
export function shownVotes(state: ClientState, roomId: RoomId, message: Message): Votes {
  let shown = votesOf(message);
  for (const { request } of state.outbox)
    if (request.name === "poll:vote" && request.input.roomId === roomId && request.input.seq === message.seq)
      shown = withVote(shown, request.input.chosen);
  return shown;
}

/** The votes as they are with a vote of mine, before the server has said so. */
export function withVote(votes: Votes, chosen: readonly number[]): Votes {
  const { counts, voters, mine = { chosen: [], at: 0 } } = votes;
  if (String(mine.chosen) === String(chosen)) return votes;
  const change = (at: number) => Number(chosen.includes(at)) - Number(mine.chosen.includes(at));
  return {
    counts: counts.map((count, at) => count + change(at)),
    voters: voters + Math.sign(chosen.length) - Math.sign(mine.chosen.length),
    mine: { ...mine, chosen: [...chosen] },
  };
}
