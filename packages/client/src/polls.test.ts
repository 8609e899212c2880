import type { Message, RoomId } from "@parley/contract";
import { expect, test } from "vitest";
import { shownVotes, withVote } from "./pending-votes.ts";
import { withOwnVote, withTally } from "./polls.ts";
import { keepingReactions } from "./reactions.ts";
import { emptyState, type OutboxItem } from "./state.ts";

const plain = { id: "m", seq: 1, rev: 1, body: "Tea?", sentAt: 1, poll: { answers: ["Yes", "No"] } } as Message;
const tally = { rev: 2, seq: 1, counts: [0, 1], voters: 1 };

test("votes are counted anew, what I chose stays known, and where nobody votes any more there is nothing", () => {
  const one = withTally(plain, tally);
  expect(one).toEqual({ ...plain, rev: 2, votes: { counts: [0, 1], voters: 1 } });
  const none = { ...tally, rev: 3, counts: [0, 0], voters: 0 };
  expect(withTally(one, none)).toEqual({ ...plain, rev: 3 });
  const mine = { chosen: [1], at: 2 };
  expect(withTally(withOwnVote(one, mine), none).votes).toEqual({ counts: [0, 0], voters: 0, mine });
});

test("of what I chose, the later counts, whichever comes first; a tombstone has none of it", () => {
  const later = withOwnVote(plain, { chosen: [], at: 3 });
  expect(later.votes).toEqual({ counts: [0, 0], voters: 0, mine: { chosen: [], at: 3 } });
  expect(withOwnVote(later, { chosen: [1], at: 2 })).toBe(later);
  const { poll: _, ...gone } = { ...plain, deletedAt: 2 };
  expect(withOwnVote(gone, { chosen: [1], at: 2 })).toBe(gone);
  expect(keepingReactions(gone, later)).toBe(gone);
  expect(keepingReactions({ ...plain, pinnedAt: 4 }, later).votes).toBe(later.votes);
});

test("before the server has said so, mine is counted; the last one, and once", () => {
  const votes = { counts: [0, 1], voters: 1 };
  const on = withVote(votes, [0]);
  expect(on).toMatchObject({ counts: [1, 1], voters: 2, mine: { chosen: [0] } });
  expect(withVote(on, [0])).toBe(on);
  expect(withVote(on, [1])).toMatchObject({ counts: [0, 2], voters: 2 });
  expect(withVote(on, [])).toMatchObject({ counts: [0, 1], voters: 1, mine: { chosen: [] } });
  const roomId = "r" as RoomId;
  const voted = (seq: number, chosen: number[]) => ({ request: { name: "poll:vote", input: { roomId, seq, chosen } } });
  const outbox = [voted(1, [0]), voted(2, [0]), voted(1, [1])] as unknown as OutboxItem[];
  expect(shownVotes({ ...emptyState(0), outbox }, roomId, plain)).toMatchObject({ counts: [0, 1], voters: 1 });
});
