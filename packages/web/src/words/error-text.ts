import type { WireError } from "@parley/contract";
import type { Words } from "./words.ts";

/** Codes whose sentence from the server says more than ours can: which rule was broken. Only in English. */
const serverKnowsMore = new Set(["invalid", "conflict", "forbidden", "name_taken", "suspended", "wrong_credentials"]);

/** What happened and what to do, for anything that a request threw or an outbox item holds. */
export function errorText(words: Words, language: string, error: unknown): string {
  if (!isWireError(error)) return words.errors.internal;
  if (language.startsWith("en") && serverKnowsMore.has(error.code) && error.message !== "") return error.message;
  if (error.code === "rate_limited") return words.errors.rate_limited(Math.ceil((error.retryAfterMs ?? 1_000) / 1_000));
  if (error.code === "wrong_credentials" && error.field !== undefined) {
    return error.field === "code" ? words.errors.wrong_code : words.errors.wrong_password;
  }
  return words.errors[error.code] ?? words.errors.internal;
}

/** Also true for a `ParleyError`, which has the same fields. */
export function isWireError(error: unknown): error is WireError {
  return typeof error === "object" && error !== null && "code" in error && "message" in error;
}
