import { ParleyError } from "@parley/contract";
import { tellOfAccount } from "../accounts/changes.ts";
import { assertPassword, assertUnchanged } from "../accounts/passwords.ts";
import { codeRefused } from "../accounts/second-factor.ts";
import type { CommandContext, Handlers } from "../context.ts";
import { serverInfo } from "../domain/server-info.ts";
import { newRecoveryCodes, recoveryDigest } from "../lib/recovery-codes.ts";
import { loadTotp } from "../lib/totp.ts";

type FactorRequest =
  | "factor:list"
  | "factor:begin-totp"
  | "factor:confirm-totp"
  | "factor:remove-totp"
  | "factor:renew-recovery";

/**
 * Once there is an authenticator, a password alone is not enough: its code is asked for, or a passkey instead. Passkeys
 * alone ask for nothing more, so that nobody locks themselves out with a lost device and no recovery code.
 */
export const factorHandlers: Pick<Handlers, FactorRequest> = {
  async "factor:list"(ctx) {
    const { accounts, passkeys } = ctx.store;
    const userId = ctx.actor.user.id;
    const found = await passkeys.listOf(userId);
    return {
      hasTotp: (await accounts.find(userId)).hasTotp,
      recoveryCodesLeft: await accounts.recoveryCodesLeft(userId),
      passkeys: found.map(({ id, name, createdAt, usedAt }) => ({ id, name, createdAt, usedAt })),
    };
  },

  "factor:begin-totp": {
    async prepare(ctx, { password }) {
      const verified = await assertPassword(ctx, password);
      const issuer = serverInfo(await ctx.store.serverSettings.all(), ctx.server).name;
      const totp = await loadTotp();
      const secret = totp.newSecret();
      return async (command) => {
        await assertUnchanged(command, verified);
        await command.store.accounts.setTotpPending(command.actor.user.id, secret);
        return { secret, uri: totp.uri(secret, { issuer, handle: command.actor.user.handle }) };
      };
    },
  },

  "factor:confirm-totp": {
    async prepare(_ctx, { code }) {
      const totp = await loadTotp();
      return async (command) => {
        const userId = command.actor.user.id;
        const pending = (await command.store.accounts.proof(userId))?.totpPending ?? null;
        if (pending === null) throw new ParleyError("conflict", "Nothing waits to be confirmed. Begin anew.");
        const step = totp.stepOf(pending, code.replace(/\s/g, ""), command.now);
        if (step === null) throw codeRefused();
        await command.store.accounts.setTotp(userId, pending, step);
        const recoveryCodes = await renewRecovery(command);
        await tellOfAccount(command, userId);
        return { recoveryCodes };
      };
    },
  },

  "factor:remove-totp": {
    async prepare(ctx, { password }) {
      const verified = await assertPassword(ctx, password);
      return async (command) => {
        await assertUnchanged(command, verified);
        const userId = command.actor.user.id;
        await command.store.accounts.setTotp(userId, null, 0);
        await command.store.accounts.replaceRecoveryCodes(userId, []);
        await tellOfAccount(command, userId);
        return {};
      };
    },
  },

  "factor:renew-recovery": {
    async prepare(ctx, { password }) {
      const verified = await assertPassword(ctx, password);
      return async (command) => {
        await assertUnchanged(command, verified);
        const { hasTotp } = await command.store.accounts.find(command.actor.user.id);
        if (!hasTotp) throw new ParleyError("conflict", "Recovery codes stand in for an authenticator; you have none.");
        return { recoveryCodes: await renewRecovery(command) };
      };
    },
  },
};

async function renewRecovery(ctx: CommandContext): Promise<string[]> {
  const userId = ctx.actor.user.id;
  const codes = newRecoveryCodes();
  await ctx.store.accounts.replaceRecoveryCodes(
    userId,
    codes.map((code) => recoveryDigest(userId, code)),
  );
  return codes;
}
