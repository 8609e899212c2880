import { ParleyError, type SessionBegun, type SessionId, type User, type UserId } from "@parley/contract";
import type { CommandContext } from "./context.ts";
import type { PersonName } from "./domain/names.ts";
import { digestOf, randomSecret } from "./lib/secrets.ts";

type Making = Pick<CommandContext<unknown>, "store" | "effects" | "now" | "newId">;

/** Stores a new person. Throws `name_taken` if anybody's name looks like theirs. */
export async function createPerson(
  ctx: Making,
  name: PersonName,
  more: { passwordHash: string; role: User["role"] },
): Promise<User> {
  const isTaken = await ctx.store.users.isTaken(name.skeleton);
  if (isTaken)
    throw new ParleyError("name_taken", "Somebody here has this name, or one that looks like it.", {
      field: "username",
    });
  const user: User = { id: ctx.newId<UserId>(), handle: name.handle, name: name.name, role: more.role };
  await ctx.store.users.insert(user, { skeleton: name.skeleton, passwordHash: more.passwordHash, now: ctx.now });
  return user;
}

/** Begins a session. Only the SHA-256 of its token is stored; the token itself leaves with the answer. */
export async function beginSession(ctx: Making, user: User, device: string): Promise<SessionBegun> {
  const token = randomSecret(32);
  const sessionId = ctx.newId<SessionId>();
  await ctx.store.sessions.insert({ id: sessionId, userId: user.id, digest: digestOf(token), device, now: ctx.now });
  ctx.effects.tell(user.id, "session:changed", { rev: await ctx.store.users.bumpRev(user.id) });
  return { user, sessionId, token };
}
