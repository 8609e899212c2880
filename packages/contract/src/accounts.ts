import { z } from "zod";
import { command, event, query } from "./define.ts";
import { rates } from "./limits.ts";
import { newPasswordSchema } from "./sessions.ts";

/** What is asked again before something that cannot be taken back. */
const passwordSchema = z.string().max(256);

/** My account, beside what others see of it. */
export const accountSchema = z.strictObject({
  /** Epoch ms when the account will be deleted; null if it will not. */
  deletesAt: z.number().int().nullable(),
  hasTotp: z.boolean(),
});
export type Account = z.infer<typeof accountSchema>;

export const exportSchema = z.strictObject({
  state: z.enum(["none", "running", "ready", "failed"]),
  /** Parts done, and of how many; for a bar. */
  done: z.number().int(),
  total: z.number().int(),
  /** Bytes of the finished archive, at `/exports/mine`. */
  bytes: z.number().int().nullable(),
  /** Epoch ms after which the archive is removed. */
  expiresAt: z.number().int().nullable(),
});
export type Export = z.infer<typeof exportSchema>;

export const accountRequests = {
  "account:change-password": command({
    summary: "Choose another password; every other session ends.",
    caller: "person",
    limiter: rates.secret,
    input: z.strictObject({ current: passwordSchema, next: newPasswordSchema }),
    output: z.strictObject({ ended: z.number().int() }),
  }),
  "account:delete": command({
    summary: "Delete my account in seven days, with my messages or without my name on them.",
    caller: "person",
    limiter: rates.secret,
    input: z.strictObject({ password: passwordSchema, messages: z.enum(["remove", "anonymise"]) }),
    output: accountSchema,
  }),
  "account:keep": command({
    summary: "Not delete my account after all.",
    caller: "person",
    limiter: rates.write,
    input: z.strictObject({}),
    output: accountSchema,
  }),
  "export:start": command({
    summary: "Gather everything of mine in one archive, in the background. One at a time.",
    caller: "person",
    limiter: rates.create,
    input: z.strictObject({}),
    output: exportSchema,
  }),
  "export:show": query({
    summary: "How far the archive is.",
    caller: "person",
    limiter: rates.read,
    input: z.strictObject({}),
    output: exportSchema,
  }),
} as const;

export const accountEvents = {
  "account:changed": event({
    scope: "person",
    summary: "Something of my account changed, on one of my devices.",
    payload: z.strictObject({ rev: z.number().int(), account: accountSchema }),
  }),
  "export:changed": event({
    scope: "device",
    summary: "How far the archive is, to all my devices.",
    payload: exportSchema,
  }),
} as const;
