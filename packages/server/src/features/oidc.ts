import { ParleyError, type User } from "@parley/contract";
import {
  type Errand,
  ofProvider,
  oidcMs,
  oidcRefused,
  ownPath,
  providerOrRefusal,
  secretsOf,
} from "../accounts/oidc.ts";
import { admit, assertOpen } from "../accounts/registering.ts";
import { beginSession } from "../accounts.ts";
import type { Actor, CommandContext, Handlers } from "../context.ts";
import type { PersonName } from "../domain/names.ts";
import { namesFor } from "../domain/provided-names.ts";
import type { Identity } from "../lib/oidc.ts";
import { decoy } from "../lib/passwords.ts";
import { randomSecret } from "../lib/secrets.ts";

export const oidcHandlers: Pick<Handlers, "session:begin-oidc" | "session:create-by-oidc"> = {
  "session:begin-oidc": {
    async prepare({ server }, { invitation, device, to }) {
      const ticket = randomSecret(32);
      const { id, ...secrets } = secretsOf(ticket);
      const url = await ofProvider(providerOrRefusal(server).addressFor(secrets));
      const errand: Errand = { invitation, device, to: ownPath(to) };
      return async ({ store, now }) => {
        const value = JSON.stringify(errand);
        await store.challenges.insert({ id, kind: "oidc", userId: null, value, expiresAt: now + oidcMs }, now);
        return { url, ticket };
      };
    },
  },

  "session:create-by-oidc": {
    async prepare(ctx, { ticket, query }) {
      const provider = providerOrRefusal(ctx.server);
      const { id, ...secrets } = secretsOf(ticket);
      const begun = await ctx.store.challenges.find(id, "oidc", ctx.now);
      if (begun === undefined) throw oidcRefused();
      const identity = await ofProvider(provider.identify(query, secrets));
      if (identity === null) throw oidcRefused();
      const { invitation, device, to } = JSON.parse(begun.value) as Errand;
      const isKnown = (await ctx.store.identities.find(identity)) !== undefined;
      if (!isKnown) await assertOpen(ctx, invitation);
      return async (command) => {
        // Of several who come back with the same ticket, one signs in.
        if ((await command.store.challenges.take(id, "oidc", command.now)) === undefined) throw oidcRefused();
        const user = await (isKnown ? owner(command, identity) : newcomer(command, identity, invitation));
        const session = await beginSession(command, user, device);
        await command.store.identities.noteUse(identity, session.sessionId, command.now);
        return { ...session, to };
      };
    },
  },
};

async function owner({ store }: CommandContext<Actor | null>, identity: Identity): Promise<User> {
  const userId = await store.identities.find(identity);
  const user = userId === undefined ? undefined : await store.users.find(userId);
  if (user === undefined) throw oidcRefused();
  return user;
}

/** The first time: an account under a name that is free. It has no password; none fits. */
async function newcomer(
  command: CommandContext<Actor | null>,
  identity: Identity,
  invitation: string | undefined,
): Promise<User> {
  const user = await admit(command, invitation, async () => ({
    name: await freeName(command, identity.names),
    passwordHash: decoy,
  }));
  const isTheirs = await command.store.identities.insert(identity, user.id, command.now);
  if (!isTheirs) throw new ParleyError("conflict", "This account was made just now on another device. Sign in again.");
  return user;
}

async function freeName({ store }: CommandContext<Actor | null>, given: readonly string[]): Promise<PersonName> {
  for (const name of namesFor(given, randomSecret(6).replace(/[_-]/g, "0")))
    if (!(await store.users.isTaken(name.skeleton))) return name;
  throw new ParleyError("name_taken", "No name was free. Try again.");
}
