import { ParleyError } from "@parley/contract";
import type { QueryContext } from "../context.ts";
import { verifyPassword } from "../lib/passwords.ts";

/** The password is asked again before what a thief of a session must not do. Answers the hash that it fits. */
export async function assertPassword(
  ctx: Pick<QueryContext, "store" | "actor">,
  password: string,
  field = "password",
): Promise<string> {
  const proof = await ctx.store.accounts.proof(ctx.actor.user.id);
  const isRight = await verifyPassword(proof?.passwordHash, password);
  if (proof === undefined || !isRight)
    throw new ParleyError("wrong_credentials", "The password is not right.", { field });
  return proof.passwordHash;
}

/** The same for a wrong password and for a name that nobody has. */
export function wrongCredentials(): ParleyError {
  return new ParleyError("wrong_credentials", "Wrong user name or password.");
}
