import { z } from "zod";
import { command, event, query } from "./define.ts";
import { RoomId, UserId } from "./ids.ts";
import { rates } from "./limits.ts";
import { seqSchema } from "./messages.ts";
import { emojiSchema, reactionSchema } from "./reactions.ts";
import { userSchema } from "./users.ts";

/** What has become of one kind of reaction to a message. */
const reactionChangeSchema = z.strictObject({
  /** The room's rev after the change. */
  rev: seqSchema,
  /** The message's. */
  seq: seqSchema,
  emoji: z.string(),
  /** Whose reaction came or went. */
  userId: UserId,
  isOn: z.boolean(),
  /** What there is of this kind now; null for nothing. A kind that is new stands after those that were there. */
  reaction: reactionSchema.nullable(),
});
export type ReactionChange = z.infer<typeof reactionChangeSchema>;

const one = z.strictObject({ roomId: RoomId, seq: seqSchema, emoji: emojiSchema });

export const reactionRequests = {
  "reaction:add": command({
    summary: "React to a message with an emoji; again changes nothing. A message has at most 20 kinds.",
    caller: "person",
    permission: "react",
    limiter: rates.write,
    input: one,
    output: reactionChangeSchema,
  }),
  "reaction:remove": command({
    summary: "Take a reaction of mine back; without one nothing changes.",
    caller: "person",
    permission: "view",
    limiter: rates.write,
    input: one,
    output: reactionChangeSchema,
  }),
  "reaction:list": query({
    summary: "Who reacted to a message, with one emoji or with any, the first first, in pages.",
    caller: "person",
    permission: "view",
    limiter: rates.read,
    input: z.strictObject({
      roomId: RoomId,
      seq: seqSchema,
      emoji: emojiSchema.optional(),
      /** The `next` of the page before. */
      after: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
      limit: z.number().int().min(1).max(100).default(50),
    }),
    output: z.strictObject({
      reactors: z.array(
        z.strictObject({
          userId: UserId,
          emoji: z.string(),
          /** Epoch ms. */
          reactedAt: z.number().int(),
        }),
      ),
      people: z.array(userSchema),
      /** What to ask for the next page with; null at the end. */
      next: z.number().int().nullable(),
    }),
  }),
} as const;

export const reactionEvents = {
  "reaction:changed": event({
    scope: "room",
    summary: "Somebody reacted to a message, or took it back.",
    payload: reactionChangeSchema,
  }),
} as const;
