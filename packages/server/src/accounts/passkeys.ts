import { ParleyError, type UserId } from "@parley/contract";
import type { CommandContext, QueryContext } from "../context.ts";
import type { Site } from "../lib/origin.ts";
import { passkeyUsed } from "../lib/passkeys.ts";
import { digestOf, randomSecret } from "../lib/secrets.ts";
import type { OwnedPasskey } from "../store/passkeys.ts";

/** So long a browser may take to ask its owner. */
const challengeMs = 5 * 60_000;

/** A passkey whose owner has answered a challenge; it counts once {@link usePasskey} has noted it. */
export interface PasskeyUse {
  readonly passkey: OwnedPasskey;
  readonly counter: number;
  readonly challengeId: string;
}

/** Where this server's passkeys belong. */
export function siteOrRefusal(site: Site | null): Site {
  if (site === null)
    throw new ParleyError("conflict", "Passkeys belong to an address. Open this server in a browser for them.");
  return site;
}

/** A challenge to be answered once, within five minutes. Only its digest is stored. */
export async function newChallenge(
  ctx: Pick<CommandContext<unknown>, "store" | "now">,
  kind: "passkey-add" | "passkey-use",
  userId: UserId | null,
): Promise<{ challengeId: string; challenge: string }> {
  const [id, challenge] = [randomSecret(18), randomSecret(32)];
  const expiresAt = ctx.now + challengeMs;
  await ctx.store.challenges.insert({ id, kind, userId, value: digestOf(challenge), expiresAt }, ctx.now);
  return { challengeId: id, challenge };
}

/** Checks the answer of a browser, before the transaction. An unknown passkey and a wrong answer are refused alike. */
export async function checkPasskey(
  ctx: Pick<QueryContext<unknown>, "store" | "now" | "site">,
  { challengeId, response }: { challengeId: string; response: Readonly<Record<string, unknown>> },
): Promise<PasskeyUse> {
  const site = siteOrRefusal(ctx.site);
  const challenge = await ctx.store.challenges.find(challengeId, "passkey-use", ctx.now);
  const passkey = typeof response.id === "string" ? await ctx.store.passkeys.find(response.id) : undefined;
  if (challenge === undefined || passkey === undefined) throw passkeyRefused();
  const isExpected = (answered: string) => digestOf(answered) === challenge.value;
  const counter = await passkeyUsed(response, passkey, { site, isExpected });
  if (counter === null) throw passkeyRefused();
  return { passkey, counter, challengeId };
}

/** Inside the transaction: of several answers to one challenge, and of several uses with one counter, one counts. */
export async function usePasskey(
  ctx: Pick<CommandContext<unknown>, "store" | "now">,
  { passkey, counter, challengeId }: PasskeyUse,
): Promise<void> {
  const challenge = await ctx.store.challenges.take(challengeId, "passkey-use", ctx.now);
  const isUsed = challenge !== undefined && (await ctx.store.passkeys.use(passkey.id, counter, ctx.now));
  if (!isUsed) throw passkeyRefused();
}

export function passkeyRefused(): ParleyError {
  return new ParleyError("wrong_credentials", "This passkey was not accepted. Try again, or sign in another way.");
}
