import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import type { AttestationObject } from "@simplewebauthn/server/helpers";
import type { Site } from "./origin.ts";

/** Loaded when somebody first comes with a passkey: with what it needs these are 250 modules. */
const webAuthn = () => import("@simplewebauthn/server");
const webAuthnHelpers = () => import("@simplewebauthn/server/helpers");

/** A fifth of a second, the first time: for before a transaction, which would keep all others waiting. */
export async function loadPasskeys(): Promise<void> {
  await webAuthn();
}

/** WebAuthn's JSON, as it came in. */
type Answer = Readonly<Record<string, unknown>>;
type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Options = Record<string, Json>;

export interface StoredPasskey {
  readonly id: string;
  /** COSE key, base64url. */
  readonly publicKey: string;
  /** How often its authenticator says it was used; 0 for those that do not count. */
  readonly counter: number;
  readonly transports: readonly string[];
}

/** How a challenge is judged: only its digest is stored. */
type IsExpected = (challenge: string) => boolean;

interface Checking {
  readonly site: Site;
  readonly isExpected: IsExpected;
}

const timeoutMs = 300_000;

/** Ed25519, ES256, RS256: what authenticators have. What is newer is still an experiment in Node. */
const supportedAlgorithmIDs = [-8, -7, -257];

/** What `navigator.credentials.create` is given: a discoverable credential, unlocked by its owner, not attested. */
export async function creationOptions(
  site: Site,
  challenge: string,
  person: { id: string; handle: string; name: string; serverName: string; passkeys: readonly StoredPasskey[] },
): Promise<Options> {
  const { generateRegistrationOptions } = await webAuthn();
  const options = await generateRegistrationOptions({
    rpName: person.serverName,
    rpID: site.host,
    userName: person.handle,
    userDisplayName: person.name,
    userID: new TextEncoder().encode(person.id),
    challenge: Buffer.from(challenge, "base64url"),
    timeout: timeoutMs,
    attestationType: "none",
    supportedAlgorithmIDs,
    excludeCredentials: person.passkeys.map(({ id, transports }) => ({ id, transports: [...transports] })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  return plain(options);
}

/** What `navigator.credentials.get` is given: whichever passkey of this site its owner chooses. */
export async function requestOptions(site: Site, challenge: string): Promise<Options> {
  const { generateAuthenticationOptions } = await webAuthn();
  const options = await generateAuthenticationOptions({
    rpID: site.host,
    challenge: Buffer.from(challenge, "base64url"),
    timeout: timeoutMs,
    userVerification: "required",
  });
  return plain(options);
}

/** The new passkey; null if anything about it is not as it must be. Why is not told: the library's words quote secrets. */
export async function passkeyMade(answer: Answer, { site, isExpected }: Checking): Promise<StoredPasskey | null> {
  const { verifyRegistrationResponse } = await webAuthn();
  const { decodeAttestationObject } = await webAuthnHelpers();
  try {
    const response = answer as unknown as RegistrationResponseJSON;
    const { attestationObject } = response.response;
    if (!isUnattested(decodeAttestationObject(Buffer.from(attestationObject, "base64url")))) return null;
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: isExpected,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      requireUserVerification: true,
      supportedAlgorithmIDs,
    });
    if (!verified) return null;
    const { id, publicKey, counter, transports } = registrationInfo.credential;
    return { id, publicKey: Buffer.from(publicKey).toString("base64url"), counter, transports: known(transports) };
  } catch {
    return null;
  }
}

/** How often the passkey has now been used; null if the answer is not its owner's to this challenge. */
export async function passkeyUsed(
  answer: Answer,
  passkey: StoredPasskey & { readonly ownerId: string },
  { site, isExpected }: Checking,
): Promise<number | null> {
  const { verifyAuthenticationResponse } = await webAuthn();
  try {
    const response = answer as unknown as AuthenticationResponseJSON;
    const { userHandle } = response.response;
    if (userHandle !== undefined && Buffer.from(userHandle, "base64url").toString() !== passkey.ownerId) return null;
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: isExpected,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      requireUserVerification: true,
      credential: {
        id: passkey.id,
        publicKey: Buffer.from(passkey.publicKey, "base64url"),
        counter: passkey.counter,
      },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}

/**
 * We ask for no attestation, and take none: to judge a certificate the library would fetch addresses that stand in it.
 * What an authenticator signs by the new key itself (`packed` without a chain) names no certificate.
 */
function isUnattested(decoded: AttestationObject): boolean {
  const form = decoded.get("fmt");
  return form === "none" || (form === "packed" && decoded.get("attStmt").get("x5c") === undefined);
}

function known(transports: readonly unknown[] | undefined): string[] {
  return (transports ?? []).filter((one): one is string => typeof one === "string" && one.length <= 20).slice(0, 10);
}

/** As it travels: JSON, without what is undefined. */
function plain(options: object): Options {
  return JSON.parse(JSON.stringify(options)) as Options;
}
