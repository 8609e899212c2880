/** Loaded when somebody first has to do with an authenticator. */
const otp = () => import("otplib");

/** RFC 6238 as every authenticator app knows it: SHA-1, six digits, a new code each 30 seconds. */
const stepSeconds = 30;

/** 160 random bits, in base32 as authenticator apps take it. */
export async function newTotpSecret(): Promise<string> {
  const { generateSecret } = await otp();
  return generateSecret({ length: 20 });
}

/** What the app's QR code says. */
export async function totpUri(secret: string, label: { issuer: string; handle: string }): Promise<string> {
  const { generateURI } = await otp();
  return generateURI({ issuer: label.issuer, label: label.handle, secret });
}

/** The number of the 30 seconds that the code belongs to: those of `now`, or one step beside; null if of none of them. */
export async function totpStepOf(secret: string, code: string, now: number): Promise<number | null> {
  if (!/^\d{6}$/.test(code)) return null;
  const { verifySync } = await otp();
  const found = verifySync({
    secret,
    token: code,
    epoch: Math.floor(now / 1000),
    epochTolerance: stepSeconds,
  });
  return found.valid && "timeStep" in found ? found.timeStep : null;
}
