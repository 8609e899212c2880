import { z } from "zod";
import { command, event, query } from "./define.ts";
import { MessageId, RoomId, UserId } from "./ids.ts";
import { limits, rates } from "./limits.ts";
import { messageSchema, seqSchema } from "./messages.ts";
import { choiceSchema, ownVoteSchema, talliesSchema } from "./polls.ts";
import { userSchema } from "./users.ts";

/** What has become of the votes of a poll. Whose vote came or went is not told. */
const tallySchema = talliesSchema.extend({
  /** The room's rev after the change. */
  rev: seqSchema,
  /** The message's. */
  seq: seqSchema,
});
export type Tally = z.infer<typeof tallySchema>;

const voteAnswer = tallySchema.extend({ mine: ownVoteSchema });
export type VoteAnswer = z.infer<typeof voteAnswer>;

/** A vote of mine as my other devices, and those that were away, are told it. */
export const placedVoteSchema = z.strictObject({ seq: seqSchema, mine: ownVoteSchema });
export type PlacedVote = z.infer<typeof placedVoteSchema>;

export const pollRequests = {
  "poll:vote": command({
    summary:
      "Vote in a poll that is open, instead of what I chose before. Nothing chosen takes it back, also when I am muted.",
    caller: "person",
    permission: "react",
    limiter: rates.write,
    input: z.strictObject({ roomId: RoomId, seq: seqSchema, chosen: choiceSchema }),
    output: voteAnswer,
  }),
  "poll:close": command({
    summary: "End a poll for good: mine, or as a moderator anyone's. A repeat answers the message.",
    caller: "person",
    permission: "view",
    limiter: rates.write,
    input: z.strictObject({ roomId: RoomId, messageId: MessageId }),
    output: messageSchema,
  }),
  "poll:list": query({
    summary: "Who voted in a poll and what, the first first, in pages. Never of an anonymous one.",
    caller: "person",
    permission: "view",
    limiter: rates.read,
    input: z.strictObject({
      roomId: RoomId,
      seq: seqSchema,
      /** The `next` of the page before. */
      after: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
      limit: z.number().int().min(1).max(100).default(50),
    }),
    output: z.strictObject({
      voters: z.array(
        z.strictObject({
          userId: UserId,
          chosen: z.array(z.number().int()).max(limits.pollAnswers),
          /** Epoch ms. */
          votedAt: z.number().int(),
        }),
      ),
      people: z.array(userSchema),
      /** What to ask for the next page with; null at the end. */
      next: z.number().int().nullable(),
    }),
  }),
} as const;

export const pollEvents = {
  "poll:changed": event({
    scope: "room",
    summary: "Somebody voted in a poll, otherwise than before, or took it back.",
    payload: tallySchema,
  }),
  "poll:closed": event({ scope: "room", summary: "A poll is closed.", payload: messageSchema }),
  "poll:voted": event({
    scope: "person",
    summary: "I voted in a poll on one of my devices, or took it back.",
    payload: placedVoteSchema.extend({ rev: z.number().int(), roomId: RoomId }),
  }),
} as const;
