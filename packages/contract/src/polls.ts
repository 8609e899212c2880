import { z } from "zod";
import { limits } from "./limits.ts";

const answersSchema = z.array(z.string()).min(2).max(limits.pollAnswers);

/** What is asked is the message's body; this is what one may answer, and how. */
export const pollSchema = z.strictObject({
  answers: answersSchema,
  /** One may choose several. */
  isMultiple: z.literal(true).optional(),
  /** Nobody learns who chose what. */
  isAnonymous: z.literal(true).optional(),
  /** Since when the result is final (epoch ms). */
  closedAt: z.number().int().optional(),
});
export type Poll = z.infer<typeof pollSchema>;

/** A poll as one makes it. */
export const newPollSchema = pollSchema.omit({ closedAt: true });
export type NewPoll = z.infer<typeof newPollSchema>;

/** Places of answers, the first being 0. */
const chosenSchema = z.array(
  z
    .number()
    .int()
    .min(0)
    .max(limits.pollAnswers - 1),
);

export const choiceSchema = chosenSchema
  .max(limits.pollAnswers)
  .refine((chosen) => new Set(chosen).size === chosen.length, "Choose each answer once.");

/** What the viewer chose, in order; nothing after they took it back. */
export const ownVoteSchema = z.strictObject({
  chosen: chosenSchema,
  /** The room's rev at which they did: of two, the later one counts. */
  at: z.number().int(),
});
export type OwnVote = z.infer<typeof ownVoteSchema>;

/** How many there are for each answer, and of how many people. The same for everybody: a block hides nobody from it. */
export const talliesSchema = z.strictObject({ counts: z.array(z.number().int()), voters: z.number().int() });

export const votesSchema = talliesSchema.extend({
  /** Absent for who has never voted, and in events, which are the same for all. */
  mine: ownVoteSchema.optional(),
});
export type Votes = z.infer<typeof votesSchema>;
