import { z } from "zod";
import { command, query } from "./define.ts";
import { rates } from "./limits.ts";
import { sessionBegunSchema, sessionFields } from "./sessions.ts";

const passwordSchema = z.string().max(256);
/** Six digits of an authenticator, or a recovery code. */
const codeSchema = z.string().min(1).max(40);
/** WebAuthn's own JSON forms (W3C WebAuthn Level 3, section 5.1); read by the library that checks them. */
const webAuthnSchema = z.record(z.string(), z.json());

export const passkeySchema = z.strictObject({
  /** The credential's id, base64url. */
  id: z.string(),
  name: z.string(),
  createdAt: z.number().int(),
  usedAt: z.number().int().nullable(),
});
export type Passkey = z.infer<typeof passkeySchema>;

export const factorRequests = {
  "factor:list": query({
    summary: "How I prove who I am, beside my password.",
    caller: "person",
    limiter: rates.read,
    input: z.strictObject({}),
    output: z.strictObject({
      hasTotp: z.boolean(),
      recoveryCodesLeft: z.number().int(),
      passkeys: z.array(passkeySchema),
    }),
  }),
  "factor:begin-totp": command({
    summary: "A new secret for an authenticator app (RFC 6238). Nothing holds until it is confirmed.",
    caller: "person",
    limiter: rates.secret,
    input: z.strictObject({ password: passwordSchema }),
    output: z.strictObject({ secret: z.string(), uri: z.string() }),
  }),
  "factor:confirm-totp": command({
    summary: "Prove that the app has the secret; from now on sign-in asks for it. Recovery codes are shown once.",
    caller: "person",
    limiter: rates.secret,
    input: z.strictObject({ code: codeSchema }),
    output: z.strictObject({ recoveryCodes: z.array(z.string()) }),
  }),
  "factor:remove-totp": command({
    summary: "Ask for no code any more.",
    caller: "person",
    limiter: rates.secret,
    input: z.strictObject({ password: passwordSchema }),
    output: z.strictObject({}),
  }),
  "factor:renew-recovery": command({
    summary: "New recovery codes; the old ones end.",
    caller: "person",
    limiter: rates.secret,
    input: z.strictObject({ password: passwordSchema }),
    output: z.strictObject({ recoveryCodes: z.array(z.string()) }),
  }),
  "passkey:begin": command({
    summary: "What a browser needs to make a passkey.",
    caller: "person",
    limiter: rates.secret,
    input: z.strictObject({ password: passwordSchema }),
    output: z.strictObject({ challengeId: z.string(), options: webAuthnSchema }),
  }),
  "passkey:add": command({
    summary: "Keep the passkey that the browser made.",
    caller: "person",
    limiter: rates.secret,
    input: z.strictObject({ challengeId: z.string().max(100), name: z.string().max(64), response: webAuthnSchema }),
    output: passkeySchema,
  }),
  "passkey:remove": command({
    summary: "Forget a passkey.",
    caller: "person",
    limiter: rates.secret,
    input: z.strictObject({ id: z.string().max(1_400), password: passwordSchema }),
    output: z.strictObject({}),
  }),
  "session:begin-passkey": command({
    summary: "What a browser needs to sign in by a passkey.",
    caller: "anyone",
    limiter: rates.secret,
    input: z.strictObject({}),
    output: z.strictObject({ challengeId: z.string(), options: webAuthnSchema }),
  }),
  "session:create-by-passkey": command({
    summary: "Sign in by a passkey, without a password.",
    caller: "anyone",
    limiter: rates.secret,
    input: z.strictObject({ challengeId: z.string().max(100), response: webAuthnSchema, ...sessionFields }),
    output: sessionBegunSchema,
  }),
  "session:offer": command({
    summary: "A code that signs one more device in as me, once, within two minutes; shown as a link and QR code.",
    caller: "person",
    limiter: rates.secret,
    input: z.strictObject({}),
    output: z.strictObject({ code: z.string(), expiresAt: z.number().int() }),
  }),
  "session:claim": command({
    summary: "Sign this device in by the code that another one shows.",
    caller: "anyone",
    limiter: rates.secret,
    input: z.strictObject({ code: z.string().max(100), ...sessionFields }),
    output: sessionBegunSchema,
  }),
} as const;
