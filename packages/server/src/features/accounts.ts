import { ParleyError } from "@parley/contract";
import { tellOfAccount } from "../accounts/changes.ts";
import { assertPassword, assertUnchanged, passwordChanged } from "../accounts/passwords.ts";
import type { Handlers } from "../context.ts";
import { graceMs, whyNotDelete } from "../domain/account-deletion.ts";
import { hashPassword } from "../lib/passwords.ts";

export const accountHandlers: Pick<Handlers, "account:change-password" | "account:delete" | "account:keep"> = {
  "account:change-password": {
    async prepare(ctx, { current, next }) {
      const former = await assertPassword(ctx, current, "current");
      const passwordHash = await hashPassword(next);
      return async ({ store, actor: { user, sessionId }, effects }) => {
        const isMine = await store.accounts.changePassword(user.id, former, passwordHash);
        if (!isMine) throw passwordChanged();
        const ended = await store.sessions.removeOthers(sessionId, user.id);
        // What was offered or begun elsewhere with the old password is over, too.
        await store.challenges.removeOf(user.id);
        effects.endSessions(ended);
        effects.tell(user.id, "session:changed", { rev: await store.users.bumpRev(user.id) });
        return { ended: ended.length };
      };
    },
  },

  "account:delete": {
    async prepare(ctx, { password, messages }) {
      const verified = await assertPassword(ctx, password);
      return async (command) => {
        const { store, now } = command;
        const { user } = command.actor;
        // From here on nobody hands them the server, either.
        await assertUnchanged(command, verified);
        const ownsServer = (await store.serverSettings.all()).ownerId === user.id;
        const owned = await store.departures.ownedAlone(user.id);
        const why = whyNotDelete(
          ownsServer,
          owned.map((room) => room.name),
        );
        if (why !== null) throw new ParleyError("conflict", why);
        await store.accounts.setDeletion(user.id, { at: now + graceMs, messages });
        command.effects.due("account-deletion", now + graceMs);
        return tellOfAccount(command, user.id);
      };
    },
  },

  async "account:keep"(ctx) {
    const { user } = ctx.actor;
    const proof = await ctx.store.accounts.proof(user.id);
    if (proof === undefined || (proof.deletesAt !== null && proof.deletesAt <= ctx.now))
      throw new ParleyError("conflict", "Your account is being deleted; it is too late.");
    if (proof.deletesAt === null) return ctx.store.accounts.find(user.id);
    await ctx.store.accounts.setDeletion(user.id, null);
    return tellOfAccount(ctx, user.id);
  },
};
