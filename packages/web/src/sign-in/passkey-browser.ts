import type { Input, Output } from "@parley/contract";
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import type { Words } from "../words/words.ts";

type Options = Output<"passkey:begin">["options"];
type Answer = Input<"passkey:add">["response"];

/** Whether this browser knows passkeys, and lends them to this address: one with a name, over HTTPS or on this machine. */
export function hasPasskeys(): boolean {
  const isNumbers = /^[\d.]+$|:/.test(location.hostname);
  return typeof PublicKeyCredential === "function" && isSecureContext && !isNumbers;
}

/** The browser makes a passkey; its owner confirms. */
export async function makePasskey(options: Options): Promise<Answer> {
  const { startRegistration } = await import("@simplewebauthn/browser");
  // The server's library made them, and its library reads the answer: what is inside is between the two.
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
  return (await startRegistration({ optionsJSON })) as unknown as Answer;
}

/** The browser answers by a passkey that it has. */
export async function answerByPasskey(options: Options): Promise<Answer> {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
  return (await startAuthentication({ optionsJSON })) as unknown as Answer;
}

/** What the browser refused, in words; null when it was not the browser (W3C WebAuthn Level 3, 5.1.3 and 5.1.4). */
export function passkeyFault({ account }: Words, error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (error.name === "InvalidStateError") return account.passkeys.already;
  if (error.name === "NotAllowedError" || error.name === "AbortError") return account.passkeys.cancelled;
  return error.name === "NotSupportedError" || error.name === "SecurityError" ? account.passkeys.unsupported : null;
}
