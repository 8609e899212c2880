import { z } from "zod";
import { command, query } from "./define.ts";
import { rates } from "./limits.ts";

/** Who may add emoji of this server's own: its administrators, or everybody here. */
const emojiBySchema = z.enum(["administrators", "everyone"]);
export type EmojiBy = z.infer<typeof emojiBySchema>;

/** What administrators decide for everybody on this server. */
const serverSettingsSchema = z.strictObject({
  linkPreviews: z.strictObject({
    /** Whether this server asks others what is behind links that people send. */
    isOn: z.boolean(),
    /** The configuration says so: nobody can change it here. */
    isFixed: z.boolean(),
  }),
  emojiBy: emojiBySchema,
});

export const serverSettingRequests = {
  "server:settings": query({
    summary: "What is set for the whole server. For its administrators.",
    caller: "person",
    limiter: rates.read,
    input: z.strictObject({}),
    output: serverSettingsSchema,
  }),
  "server:change": command({
    summary: "Change what is set for the whole server. For its administrators.",
    caller: "person",
    limiter: rates.write,
    input: z.strictObject({ linkPreviews: z.boolean().optional(), emojiBy: emojiBySchema.optional() }),
    output: serverSettingsSchema,
  }),
} as const;
