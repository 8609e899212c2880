import { generateSecret, generateURI, verifySync } from "otplib";

/** RFC 6238 as every authenticator app knows it: SHA-1, six digits, a new code each 30 seconds. */
const stepSeconds = 30;

/** 160 random bits, in base32 as authenticator apps take it. */
export function newTotpSecret(): string {
  return generateSecret({ length: 20 });
}

/** What the app's QR code says. */
export function totpUri(secret: string, label: { issuer: string; handle: string }): string {
  return generateURI({ issuer: label.issuer, label: label.handle, secret });
}

/** The number of the 30 seconds that the code belongs to: those of `now`, or one step beside; null if of none of them. */
export function totpStepOf(secret: string, code: string, now: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const found = verifySync({
    secret,
    token: code,
    epoch: Math.floor(now / 1000),
    epochTolerance: stepSeconds,
  });
  return found.valid && "timeStep" in found ? found.timeStep : null;
}
