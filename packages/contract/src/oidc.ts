import { z } from "zod";
import { command } from "./define.ts";
import { limits, rates } from "./limits.ts";
import { sessionBegunSchema, sessionFields } from "./sessions.ts";

/** Sign-in with the account of another house (OpenID Connect). Browsers take the way by `/auth/oidc/start`. */
export const oidcRequests = {
  "session:begin-oidc": command({
    summary: "Where to sign in with the configured provider, and the ticket to come back with, within ten minutes.",
    caller: "anyone",
    limiter: rates.secret,
    input: z.strictObject({
      /** The code of an invitation link, should an account have to be made. */
      invitation: z.string().max(100).optional(),
      device: sessionFields.device,
      /** Path on this server to go on to; anything else becomes `/`. */
      to: z.string().max(2_000).default("/"),
    }),
    output: z.strictObject({ url: z.string(), ticket: z.string() }),
  }),
  "session:create-by-oidc": command({
    summary: "Sign in with what the provider sent back; makes an account at the first time, if that is allowed.",
    caller: "anyone",
    limiter: rates.secret,
    input: z.strictObject({
      ticket: z.string().max(100),
      /** The query of the address that the provider came back to. */
      query: z.string().max(limits.bodyCharacters),
      hold: sessionFields.hold,
    }),
    output: sessionBegunSchema.extend({ to: z.string() }),
  }),
} as const;
