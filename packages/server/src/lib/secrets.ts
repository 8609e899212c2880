import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/**
 * `bytes` random bytes as base64url: session tokens (32), invitation codes (16), set-up tokens (24). None begins with a
 * dash: on a command line it would be taken for an option.
 */
export function randomSecret(bytes: number): string {
  const secret = randomBytes(bytes).toString("base64url");
  return secret.startsWith("-") ? randomSecret(bytes) : secret;
}

/** What is stored of a session token: its SHA-256, as base64url. The token has 256 random bits, so no salt is needed. */
export function digestOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

/** Compares in the same time whether or not, and wherever, they differ. */
export function isSameSecret(a: string, b: string): boolean {
  return timingSafeEqual(createHash("sha256").update(a).digest(), createHash("sha256").update(b).digest());
}
