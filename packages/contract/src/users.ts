import { z } from "zod";
import { query } from "./define.ts";
import { UserId } from "./ids.ts";
import { limits, rates } from "./limits.ts";

/** The server-wide role: the owner set the server up; administrators run it with them. */
export const userRoleSchema = z.enum(["owner", "admin", "person"]);

/** What a person is about right now. */
export const statusSchema = z.strictObject({
  /** One emoji, or empty. */
  emoji: z.string().max(32),
  text: z.string().max(limits.statusCharacters),
  /** Epoch ms after which it is nobody's business any more; null until it is changed. */
  until: z.number().int().nullable(),
});
export type Status = z.infer<typeof statusSchema>;

/** A person as others see them. */
export const userSchema = z.strictObject({
  id: UserId,
  /** What `@mentions`, sign-in and the command line use: a folded name. Unique. */
  handle: z.string(),
  /** The name as its owner wrote it. Unique by what it looks like. */
  name: z.string(),
  role: userRoleSchema,
  /** Version of the picture at `/avatars/<id>/<version>`. Absent: there is none, or not for the one who asks. */
  avatar: z.string().optional(),
  /** Absent: there is none, it is over, or not for the one who asks. */
  status: statusSchema.optional(),
  /** The account was deleted; what remains has no name. */
  isGone: z.literal(true).optional(),
});
export type User = z.infer<typeof userSchema>;

/** Who learns something of me; or, for what others do to me, who may. */
export const audienceSchema = z.enum(["everyone", "friends", "nobody"]);
export type Audience = z.infer<typeof audienceSchema>;
/** Who may reach me. `rooms`: people in a room with me, other than the lobby. Friends always may. */
export const reachSchema = z.enum(["everyone", "rooms", "friends"]);
export type Reach = z.infer<typeof reachSchema>;

/** An audience with exceptions: from `everyone` they are taken out, to `friends` and `nobody` they are added. */
export const visibilitySchema = z.strictObject({
  audience: audienceSchema,
  except: z.array(UserId).max(limits.exceptions),
});
export type Visibility = z.infer<typeof visibilitySchema>;

/** What others learn of me, and how they may reach me. Each hiding is mutual: who hides it does not see others'. */
export const privacySchema = z.strictObject({
  /** Who sees whether I am online, away or busy. */
  presence: visibilitySchema,
  /** Who sees when I was here last. */
  lastSeen: visibilitySchema,
  /** Who may begin a conversation with me, bring me into rooms, call me. */
  write: reachSchema,
  add: reachSchema,
  call: reachSchema,
  /** Whether others see that I am typing, and how far I have read; a conversation may say otherwise. */
  typing: z.boolean(),
  receipts: z.boolean(),
});
export type Privacy = z.infer<typeof privacySchema>;

/** How the interface behaves for me, on every device. */
export const settingsSchema = z.strictObject({
  theme: z.enum(["system", "light", "dark"]),
  contrast: z.enum(["normal", "high"]),
  /** Which key sends; the other breaks the line. */
  sendKey: z.enum(["enter", "mod-enter"]),
  /** BCP 47 tag of an interface language, or `system`. */
  language: z.string().max(35),
  /** `busy` mutes notifications; `invisible` looks offline and hides typing and receipts. Otherwise by activity. */
  presence: z.enum(["auto", "busy", "invisible"]),
  /** Replaced as a whole. */
  privacy: privacySchema,
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
