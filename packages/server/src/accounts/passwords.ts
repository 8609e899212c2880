import { ParleyError } from "@parley/contract";
import type { CommandContext, QueryContext } from "../context.ts";
import { decoy, verifyPassword } from "../lib/passwords.ts";

const justNowMs = 10 * 60_000;

/**
 * The password is asked again before what a thief of a session must not do. Answers the hash that it fits, for
 * {@link assertUnchanged}.
 */
export async function assertPassword(
  ctx: Pick<QueryContext, "store" | "actor" | "now">,
  password: string,
  field = "password",
): Promise<string> {
  const proof = await ctx.store.accounts.proof(ctx.actor.user.id);
  if (proof?.passwordHash === decoy) return assertJustProved(ctx);
  const isRight = await verifyPassword(proof?.passwordHash, password);
  if (proof === undefined || !isRight)
    throw new ParleyError("wrong_credentials", "The password is not right.", { field });
  return proof.passwordHash;
}

/**
 * Inside the transaction: another device may have changed the password since it was verified. From here to the commit
 * nobody does.
 */
export async function assertUnchanged(ctx: Pick<CommandContext, "store" | "actor">, verified: string): Promise<void> {
  const proof = await ctx.store.accounts.proof(ctx.actor.user.id);
  if (proof?.passwordHash !== verified) throw passwordChanged();
}

export function passwordChanged(): ParleyError {
  return new ParleyError("conflict", "The password was just changed on another device.");
}

/** Who has no password has just come from their provider instead, with this very session. */
async function assertJustProved({ store, actor, now }: Pick<QueryContext, "store" | "actor" | "now">): Promise<string> {
  const begunAt = await store.identities.begunAt(actor.user.id, actor.sessionId);
  if (begunAt === null || begunAt + justNowMs <= now)
    throw new ParleyError(
      "wrong_credentials",
      "Your account has no password. Sign out, sign in again as you always do, and try this within ten minutes.",
    );
  return decoy;
}

/** The same for a wrong password and for a name that nobody has. */
export function wrongCredentials(): ParleyError {
  return new ParleyError("wrong_credentials", "Wrong user name or password.");
}
