import { ParleyError, type Passkey } from "@parley/contract";
import { checkPasskey, newChallenge, passkeyRefused, siteOrRefusal, usePasskey } from "../accounts/passkeys.ts";
import { assertPassword, assertUnchanged } from "../accounts/passwords.ts";
import { beginSession } from "../accounts.ts";
import type { Handlers } from "../context.ts";
import { serverInfo } from "../domain/server-info.ts";
import { creationOptions, loadPasskeys, passkeyMade, requestOptions } from "../lib/passkeys.ts";
import { digestOf } from "../lib/secrets.ts";

/** More than anybody has devices. */
const mostPasskeys = 20;

type PasskeyRequest =
  | "passkey:begin"
  | "passkey:add"
  | "passkey:remove"
  | "session:begin-passkey"
  | "session:create-by-passkey";

export const passkeyHandlers: Pick<Handlers, PasskeyRequest> = {
  "passkey:begin": {
    async prepare(ctx, { password }) {
      const site = siteOrRefusal(ctx.site);
      const verified = await assertPassword(ctx, password);
      const { id, handle, name } = ctx.actor.user;
      const passkeys = await ctx.store.passkeys.listOf(id);
      if (passkeys.length >= mostPasskeys) throw new ParleyError("conflict", "You have as many passkeys as one may.");
      const serverName = serverInfo(await ctx.store.serverSettings.all(), ctx.server).name;
      await loadPasskeys();
      return async (command) => {
        await assertUnchanged(command, verified);
        const { challengeId, challenge } = await newChallenge(command, "passkey-add", id);
        return {
          challengeId,
          options: await creationOptions(site, challenge, { id, handle, name, serverName, passkeys }),
        };
      };
    },
  },

  "passkey:add": {
    async prepare(ctx, { challengeId, name, response }) {
      const site = siteOrRefusal(ctx.site);
      const userId = ctx.actor.user.id;
      const challenge = await ctx.store.challenges.find(challengeId, "passkey-add", ctx.now);
      if (challenge?.userId !== userId) throw passkeyRefused();
      const isExpected = (answered: string) => digestOf(answered) === challenge.value;
      const made = await passkeyMade(response, { site, isExpected });
      if (made === null) throw passkeyRefused();
      return async (command) => {
        const taken = await command.store.challenges.take(challengeId, "passkey-add", command.now);
        const shown: Passkey = { id: made.id, name: name.trim() || "Passkey", createdAt: command.now, usedAt: null };
        const isNew =
          taken !== undefined &&
          (await command.store.passkeys.insert(userId, made, { name: shown.name, now: command.now }));
        if (!isNew) throw passkeyRefused();
        return shown;
      };
    },
  },

  "passkey:remove": {
    async prepare(ctx, { id, password }) {
      const verified = await assertPassword(ctx, password);
      return async (command) => {
        await assertUnchanged(command, verified);
        const isRemoved = await command.store.passkeys.remove(id, command.actor.user.id);
        if (!isRemoved) throw new ParleyError("not_found", "There is no such passkey.");
        return {};
      };
    },
  },

  "session:begin-passkey": {
    async prepare(ctx) {
      const site = siteOrRefusal(ctx.site);
      await loadPasskeys();
      return async (command) => {
        const { challengeId, challenge } = await newChallenge(command, "passkey-use", null);
        return { challengeId, options: await requestOptions(site, challenge) };
      };
    },
  },

  "session:create-by-passkey": {
    async prepare(ctx, input) {
      const use = await checkPasskey(ctx, input);
      return async (command) => {
        await usePasskey(command, use);
        const user = await command.store.users.find(use.passkey.ownerId);
        if (user === undefined) throw passkeyRefused();
        return beginSession(command, user, input.device);
      };
    },
  },
};
