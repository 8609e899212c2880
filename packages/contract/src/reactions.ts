import { z } from "zod";
import { UserId } from "./ids.ts";
import { limits } from "./limits.ts";
import { isOneEmoji } from "./text/emoji.ts";
import { codeIn } from "./text/emoji-code.ts";

/** One emoji of the recommended set, written in full, or `:name:` of one of the server's own; nothing else. */
export const emojiSchema = z
  .string()
  .max(limits.emojiCharacters)
  .refine((text) => isOneEmoji(text) || codeIn(text) !== undefined, "Choose one emoji.");

/** One kind of reaction to a message, and how many people there are behind it. */
export const reactionSchema = z.strictObject({
  emoji: z.string(),
  /** The same for everybody in the room: a block hides nobody from it. */
  count: z.number().int(),
  /** The first of them, at most 12, in the order in which they reacted. */
  userIds: z.array(UserId),
  /** The viewer is among them; absent in events, which are the same for all. */
  isMine: z.literal(true).optional(),
});
export type Reaction = z.infer<typeof reactionSchema>;
