/** RFC 6238 as every authenticator app knows it: SHA-1, six digits, a new code each 30 seconds. */
const stepSeconds = 30;

export interface Totp {
  /** 160 random bits, in base32 as authenticator apps take it. */
  newSecret(): string;
  /** What the app's QR code says. */
  uri(secret: string, label: { issuer: string; handle: string }): string;
  /** The number of the 30 seconds that the code belongs to: those of `now`, or one step beside; null if of none of them. */
  stepOf(secret: string, code: string, now: number): number | null;
}

/**
 * Loaded when somebody first has to do with an authenticator, and before a transaction begins: everybody who writes would
 * wait for the disk. What is loaded waits for nothing any more.
 */
export async function loadTotp(): Promise<Totp> {
  const { generateSecret, generateURI, verifySync } = await import("otplib");
  return {
    newSecret: () => generateSecret({ length: 20 }),
    uri: (secret, { issuer, handle }) => generateURI({ issuer, label: handle, secret }),
    stepOf(secret, code, now) {
      if (!/^\d{6}$/.test(code)) return null;
      const at = { epoch: Math.floor(now / 1000), epochTolerance: stepSeconds };
      const found = verifySync({ secret, token: code, ...at });
      return found.valid && "timeStep" in found ? found.timeStep : null;
    },
  };
}
