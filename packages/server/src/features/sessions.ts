import { foldHandle, ParleyError, type Parsed, type UserId } from "@parley/contract";
import { checkPasskey } from "../accounts/passkeys.ts";
import { wrongCredentials } from "../accounts/passwords.ts";
import { admit, assertOpen } from "../accounts/registering.ts";
import { assertSecondFactor, type SecondFactor, secondFactorAsked } from "../accounts/second-factor.ts";
import { beginSession } from "../accounts.ts";
import type { Handlers, QueryContext } from "../context.ts";
import { personName } from "../domain/names.ts";
import { hashPassword, verifyPassword } from "../lib/passwords.ts";
import { loadTotp } from "../lib/totp.ts";

export const sessionHandlers: Pick<Handlers, "account:create" | "session:create" | "session:delete" | "session:list"> =
  {
    "account:create": {
      async prepare(ctx, input) {
        const name = personName(input.username);
        await assertOpen(ctx, input.invitation);
        const passwordHash = await hashPassword(input.password);
        return async (command) => {
          const user = await admit(command, input.invitation, async () => ({ name, passwordHash }));
          return beginSession(command, user, input.device);
        };
      },
    },

    "session:create": {
      async prepare(ctx, input) {
        const found = await ctx.store.users.credentials(foldHandle(input.username));
        const isRight = await verifyPassword(found?.passwordHash, input.password);
        if (found === undefined || !isRight) throw wrongCredentials();
        const { user } = found;
        const factor = await secondFactor(ctx, user.id, input);
        return async (command) => {
          const proof = await command.store.accounts.proof(user.id);
          // The password may have been changed since it was verified.
          if (proof?.passwordHash !== found.passwordHash) throw wrongCredentials();
          const { totpSecret } = proof;
          if (totpSecret !== null) await assertSecondFactor(command, { userId: user.id, totpSecret }, factor);
          return beginSession(command, user, input.device);
        };
      },
    },

    async "session:delete"(ctx, { which }) {
      const { user, sessionId } = ctx.actor;
      // Nobody signs in by what these sessions offer while they end.
      await ctx.store.accounts.proof(user.id);
      const ended =
        which === "others"
          ? await ctx.store.sessions.removeOthers(sessionId, user.id)
          : await ctx.store.sessions.remove(which === "this" ? sessionId : which, user.id);
      if (ended.length === 0 && which !== "others") throw new ParleyError("not_found", "There is no such session.");
      ctx.effects.endSessions(ended);
      if (ended.length > 0)
        ctx.effects.tell(user.id, "session:changed", { rev: await ctx.store.users.bumpRev(user.id) });
      return { ended: ended.length };
    },

    async "session:list"(ctx) {
      const found = await ctx.store.sessions.listOf(ctx.actor.user.id);
      return { sessions: found.map((session) => ({ ...session, isCurrent: session.id === ctx.actor.sessionId })) };
    },
  };

/** What came beside a password that is right. */
async function secondFactor(
  ctx: QueryContext<unknown>,
  userId: UserId,
  { code, passkey }: Parsed<"session:create">,
): Promise<SecondFactor> {
  const { hasTotp } = await ctx.store.accounts.find(userId);
  if (!hasTotp) return { code: undefined, passkey: null };
  if (passkey !== undefined) return { code: undefined, passkey: await checkPasskey(ctx, passkey) };
  if (code === undefined) throw secondFactorAsked();
  ctx.countTry("a code", userId);
  return { code: { text: code, totp: await loadTotp() }, passkey: null };
}
