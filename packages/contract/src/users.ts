import { z } from "zod";
import { query } from "./define.ts";
import { UserId } from "./ids.ts";
import { limits, rates } from "./limits.ts";

/** The server-wide role: the owner set the server up; administrators run it with them. */
export const userRoleSchema = z.enum(["owner", "admin", "person"]);

/** A person as others see them. */
export const userSchema = z.strictObject({
  id: UserId,
  /** The folded name: what `@mentions`, sign-in and the command line use. Unique. */
  handle: z.string(),
  /** The name as its owner wrote it. */
  name: z.string(),
  role: userRoleSchema,
});
export type User = z.infer<typeof userSchema>;

/** How the interface behaves for me, on every device. */
export const settingsSchema = z.strictObject({
  theme: z.enum(["system", "light", "dark"]),
  contrast: z.enum(["normal", "high"]),
  /** Which key sends; the other breaks the line. */
  sendKey: z.enum(["enter", "mod-enter"]),
  /** BCP 47 tag of an interface language, or `system`. */
  language: z.string().max(35),
});
export type Settings = z.infer<typeof settingsSchema>;

export const userRequests = {
  "user:list": query({
    summary: "People by id: those you share a room with, and whose messages you may read.",
    caller: "person",
    limiter: rates.read,
    input: z.strictObject({ userIds: z.array(UserId).min(1).max(100) }),
    output: z.strictObject({ people: z.array(userSchema) }),
  }),
  "user:find": query({
    summary: "People whose name or handle begins with a text, for starting a conversation or adding them; at most 20.",
    caller: "person",
    limiter: rates.search,
    input: z.strictObject({ text: z.string().max(limits.nameCharacters) }),
    output: z.strictObject({ people: z.array(userSchema) }),
  }),
} as const;
