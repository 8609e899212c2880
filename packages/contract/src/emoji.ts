import { z } from "zod";
import { command, event, query } from "./define.ts";
import { emojiLimits } from "./emoji-limits.ts";
import { FileId, UserId } from "./ids.ts";
import { rates } from "./limits.ts";
import { userSchema } from "./users.ts";

/** Without its colons. Small letters only, so that each is written in one way. */
export const emojiNameSchema = z.string().regex(/^[a-z0-9_+-]{2,32}$/, "2 to 32 of a–z, 0–9, _, + and -.");

const customEmojiFields = {
  name: emojiNameSchema,
  /** Its picture (WebP) is at `/emoji/<id>`, and one that stands still at `/emoji/<id>/still`. What they show never changes. */
  id: FileId,
  isAnimated: z.literal(true).optional(),
} as const;

/** An emoji of this server's own: `:name:` in messages, and as a reaction. */
export const customEmojiSchema = z.strictObject(customEmojiFields);
export type CustomEmoji = z.infer<typeof customEmojiSchema>;

export const emojiRequests = {
  "emoji:list": query({
    summary: "The emoji of this server's own, by name, with who added them; and whether I may add some.",
    caller: "person",
    limiter: rates.read,
    input: z.strictObject({}),
    output: z.strictObject({
      emoji: z.array(
        z.strictObject({
          ...customEmojiFields,
          addedBy: UserId,
          /** Epoch ms. */
          addedAt: z.number().int(),
          mayRemove: z.boolean(),
        }),
      ),
      people: z.array(userSchema),
      mayAdd: z.boolean(),
    }),
  }),
  "emoji:add": command({
    summary: `Add an emoji of this server's own, at most ${emojiLimits.ofServer}. Its picture is a file of mine, uploaded with \`use: emoji\` and not sent. A repeat changes nothing.`,
    caller: "person",
    limiter: rates.write,
    input: z.strictObject({ name: emojiNameSchema, id: FileId }),
    output: customEmojiSchema,
  }),
  "emoji:remove": command({
    summary: "Remove an emoji of this server's own, for good: what has it shows its name. A repeat changes nothing.",
    caller: "person",
    limiter: rates.write,
    input: z.strictObject({ name: emojiNameSchema }),
    output: z.strictObject({}),
  }),
  "emoji:show": query({
    summary: "An emoji by its picture. The picture itself: `GET /emoji/<id>`.",
    caller: "person",
    limiter: rates.download,
    input: z.strictObject({ id: FileId }),
    output: customEmojiSchema,
  }),
} as const;

export const emojiEvents = {
  "emoji:changed": event({
    scope: "server",
    summary: "An emoji of this server's own was added; or removed, and is null.",
    payload: z.strictObject({ name: z.string(), emoji: customEmojiSchema.nullable() }),
  }),
} as const;
