import { z } from "zod";
import { command, query } from "./define.ts";
import { limits, rates } from "./limits.ts";
import { newPasswordSchema, sessionBegunSchema, sessionFields, usernameSchema } from "./sessions.ts";

/** Who may make an account: those with an invitation, anyone, or nobody. */
export const registrationSchema = z.enum(["invite", "open", "closed"]);
export type Registration = z.infer<typeof registrationSchema>;

/** The server as everyone sees it, also before signing in. */
export const serverInfoSchema = z.strictObject({
  name: z.string(),
  /** False until the owner account is made through the set-up link. */
  isSetUp: z.boolean(),
  registration: registrationSchema,
  version: z.string(),
  /** What the button of the configured OIDC provider says; null without one. */
  oidc: z.string().nullable(),
});
export type ServerInfo = z.infer<typeof serverInfoSchema>;

export const setupRequests = {
  "server:describe": query({
    summary: "Name of the server, whether it is set up, and who may make an account.",
    caller: "anyone",
    limiter: rates.read,
    input: z.strictObject({}),
    output: serverInfoSchema,
  }),
  "server:setup": command({
    summary: "Make the owner account, once, with the token of the set-up link.",
    caller: "anyone",
    limiter: rates.secret,
    input: z.strictObject({
      token: z.string().max(200),
      username: usernameSchema,
      password: newPasswordSchema,
      serverName: z.string().min(1).max(limits.nameCharacters).default("Parley"),
      registration: registrationSchema.default("invite"),
      ...sessionFields,
    }),
    output: sessionBegunSchema,
  }),
} as const;
