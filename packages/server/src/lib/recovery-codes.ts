import { randomBytes } from "node:crypto";
import { digestOf } from "./secrets.ts";

const howMany = 10;
/** Crockford's base32: no i, l, o or u, so that nobody reads one for another. */
const letters = "0123456789abcdefghjkmnpqrstvwxyz";

/** Ten codes of 80 random bits each, such as `k3vm-81xq-0tzd-a7rc`: each stands in for the authenticator once. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: howMany }, () => {
    const code = [...randomBytes(16)].map((byte) => letters[byte % 32]).join("");
    return (code.match(/.{4}/g) ?? []).join("-");
  });
}

/** What is stored of a code; however it was typed: capitals, spaces and the usual mix-ups make no difference. */
export function recoveryDigest(userId: string, typed: string): string {
  const code = typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .replace(/o/g, "0")
    .replace(/[il]/g, "1");
  return digestOf(`${userId} ${code}`);
}
