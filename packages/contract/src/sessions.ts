import { z } from "zod";
import { command, event, query } from "./define.ts";
import { SessionId } from "./ids.ts";
import { limits, rates } from "./limits.ts";
import { userSchema } from "./users.ts";

export const usernameSchema = z.string().min(1).max(limits.nameCharacters);
/** 8 to 256 characters. Any characters; no composition rules (NIST SP 800-63B). */
export const newPasswordSchema = z.string().min(limits.passwordMinimum).max(limits.passwordMaximum);

/** Fields of every request that begins a session. */
export const sessionFields = {
  /** `cookie`: HTTP answers with an HttpOnly cookie and no token (browsers). `token`: the answer holds the token. */
  hold: z.enum(["cookie", "token"]).default("token"),
  /** What the sessions list shows, such as "Firefox on Linux". */
  device: z.string().max(limits.deviceCharacters).default(""),
};

/** What a begun session answers. */
export const sessionBegunSchema = z.strictObject({
  user: userSchema,
  sessionId: SessionId,
  /** 256 random bits, base64url; shown once, absent with `hold: "cookie"`. Send it as `Authorization: Bearer …`. */
  token: z.string().optional(),
});
export type SessionBegun = z.infer<typeof sessionBegunSchema>;

/** One signed-in device of mine. */
export const sessionSchema = z.strictObject({
  id: SessionId,
  device: z.string(),
  createdAt: z.number().int(),
  /** Epoch ms of the last connection, to within five minutes. */
  usedAt: z.number().int(),
  isCurrent: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;

export const sessionRequests = {
  "account:create": command({
    summary: "Make an account, with an invitation where the server asks for one, and sign in.",
    caller: "anyone",
    limiter: rates.secret,
    input: z.strictObject({
      username: usernameSchema,
      password: newPasswordSchema,
      /** The code of an invitation link. */
      invitation: z.string().max(100).optional(),
      ...sessionFields,
    }),
    output: sessionBegunSchema,
  }),
  "session:create": command({
    summary: "Sign in with user name and password.",
    caller: "anyone",
    limiter: rates.secret,
    input: z.strictObject({
      username: z.string().max(limits.nameCharacters),
      password: z.string().max(limits.passwordMaximum),
      /** When the answer was `second_factor`: six digits of the authenticator, or a recovery code. */
      code: z.string().max(40).optional(),
      /** …or a passkey instead; see `session:begin-passkey`. */
      passkey: z
        .strictObject({ challengeId: z.string().max(100), response: z.record(z.string(), z.json()) })
        .optional(),
      ...sessionFields,
    }),
    output: sessionBegunSchema,
  }),
  "session:delete": command({
    summary: "Sign out: this session, another of mine, or all others.",
    caller: "person",
    limiter: rates.write,
    input: z.strictObject({ which: z.union([z.literal("this"), z.literal("others"), SessionId]).default("this") }),
    output: z.strictObject({ ended: z.number().int() }),
  }),
  "session:list": query({
    summary: "My signed-in devices, the latest first.",
    caller: "person",
    limiter: rates.read,
    input: z.strictObject({}),
    output: z.strictObject({ sessions: z.array(sessionSchema) }),
  }),
} as const;

export const sessionEvents = {
  "session:changed": event({
    scope: "person",
    summary: "A session of mine began or ended; ask for the list if it is on screen.",
    payload: z.strictObject({ rev: z.number().int() }),
  }),
} as const;
