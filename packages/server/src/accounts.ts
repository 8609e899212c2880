import { ParleyError, type SessionBegun, type SessionId, type User, type UserId } from "@parley/contract";
import { wrongCredentials } from "./accounts/passwords.ts";
import type { CommandContext } from "./context.ts";
import type { PersonName } from "./domain/names.ts";
import { whySuspended } from "./domain/suspension.ts";
import { digestOf, randomSecret } from "./lib/secrets.ts";

type Making = Pick<CommandContext<unknown>, "store" | "effects" | "now" | "newId">;

/** Stores a new person. Throws `name_taken` if anybody's name looks like theirs. */
export async function createPerson(
  ctx: Making,
  name: PersonName,
  more: { passwordHash: string; role: User["role"]; invitedBy?: UserId | null },
): Promise<User> {
  const isTaken = await ctx.store.users.isTaken(name.skeleton);
  if (isTaken)
    throw new ParleyError("name_taken", "Somebody here has this name, or one that looks like it.", {
      field: "username",
    });
  const user: User = { id: ctx.newId<UserId>(), handle: name.handle, name: name.name, role: more.role };
  const { passwordHash, invitedBy = null } = more;
  await ctx.store.users.insert(user, { skeleton: name.skeleton, passwordHash, invitedBy, now: ctx.now });
  return user;
}

/**
 * Begins a session for somebody who has proved who they are; every way of signing in ends here. Only the SHA-256 of its
 * token is stored; the token itself leaves with the answer.
 */
export async function beginSession(ctx: Making, user: User, device: string): Promise<SessionBegun> {
  const proof = await ctx.store.accounts.proof(user.id);
  const isOver = proof === undefined || proof.goneAt !== null || (proof.deletesAt ?? ctx.now + 1) <= ctx.now;
  if (isOver) throw wrongCredentials();
  const why = whySuspended(proof.suspendedUntil, ctx.now);
  if (why !== null) throw new ParleyError("suspended", why);
  const token = randomSecret(32);
  const sessionId = ctx.newId<SessionId>();
  await ctx.store.sessions.insert({ id: sessionId, userId: user.id, digest: digestOf(token), device, now: ctx.now });
  ctx.effects.tell(user.id, "session:changed", { rev: await ctx.store.users.bumpRev(user.id) });
  return { user, sessionId, token };
}
