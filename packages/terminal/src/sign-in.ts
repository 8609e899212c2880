import { hostname } from "node:os";
import { type HttpServer, request } from "@parley/client";
import { limits, ParleyError, type RoomId, type SessionBegun } from "@parley/contract";
import type { Options } from "./arguments.ts";
import { exitCodes, Failure } from "./failure.ts";
import { askHidden } from "./hidden-prompt.ts";
import { Profile } from "./profile.ts";
import { withSecondFactor } from "./second-factor.ts";
import type { Surroundings } from "./streams.ts";

/** A person on a server, with a session. */
export interface SignedIn {
  readonly server: HttpServer & { readonly token: string };
  /** The name as it was given; the profile's key. */
  readonly user: string;
  readonly profile: Profile;
  /** Where `--invite` led an account that was there before; `"new"` for one that it was made with. */
  readonly invitedTo: RoomId | "new" | null;
}

export interface SignInRequest {
  readonly options: Options;
  readonly surroundings: Surroundings;
  /** Finds out who it is where `--user` does not say. */
  readonly askName: (last: string | null) => Promise<string>;
  /** Whether a kept session will do although the server cannot be reached now. */
  readonly mayBeOffline: boolean;
}

interface Account extends SignInRequest {
  readonly user: string;
  readonly profile: Profile;
}

/** A session: the kept one if it still stands, else a new one with the password, or a new account. */
export async function signIn(wanted: SignInRequest): Promise<SignedIn> {
  const { options, surroundings } = wanted;
  const profile = new Profile(options.profile ?? surroundings.defaultProfile, options.server);
  const user = options.user ?? (await wanted.askName(await profile.lastUser()));
  const account = { ...wanted, user, profile };
  const kept = options.shouldRegister ? null : await keptToken(account);
  const token = kept ?? (await newToken(account));
  const server = { url: options.server, token };
  return { server, user, profile, invitedTo: await acceptInvitation(account, server) };
}

/** After a session ended under way: forgets it, so that the next {@link signIn} asks for the password again. */
export async function forgetSession(signedIn: SignedIn): Promise<void> {
  await signedIn.profile.forget(signedIn.user);
}

async function keptToken({ options, user, profile, mayBeOffline }: Account): Promise<string | null> {
  const token = await profile.token(user);
  if (token === null) return null;
  try {
    await request({ url: options.server, token }, "sync:check", { rooms: [] });
  } catch (error) {
    const code = error instanceof ParleyError ? error.code : null;
    if (code === "unauthenticated") {
      await profile.forget(user);
      return null;
    }
    if (!(code === "unavailable" && mayBeOffline)) throw error;
  }
  await profile.remember(user);
  return token;
}

async function newToken(account: Account): Promise<string> {
  const { options, user, profile } = account;
  // A server that is away should be found out before a password is asked for.
  await request({ url: options.server }, "server:describe", {});
  const password = account.surroundings.password ?? (await askPassword(account));
  const begun = await beginSession(account, password);
  if (begun.token === undefined) throw new Failure(exitCodes.refused, "The server gave no session.");
  await profile.keep(user, begun.token);
  return begun.token;
}

async function beginSession({ options, user, surroundings }: Account, password: string): Promise<SessionBegun> {
  const server = { url: options.server };
  const device = `Terminal on ${hostname()}`.slice(0, limits.deviceCharacters);
  const credentials = { username: user, password, hold: "token", device } as const;
  if (!options.shouldRegister) {
    return await withSecondFactor(surroundings, (code) =>
      request(server, "session:create", { ...credentials, ...(code === undefined ? {} : { code }) }),
    );
  }
  const invitation = options.invitation ? { invitation: options.invitation.code } : {};
  return await request(server, "account:create", { ...credentials, ...invitation });
}

async function askPassword({ options, surroundings, user }: Account): Promise<string> {
  const password = await askHidden(surroundings, `Password for ${user}: `);
  if (password === null) {
    throw new Failure(
      exitCodes.unreachable,
      "You are not signed in: set PARLEY_PASSWORD, or run it in a terminal once.",
    );
  }
  if (!options.shouldRegister) return password;
  const again = await askHidden(surroundings, "The same again: ");
  if (again !== password) throw new Failure(exitCodes.refused, "The two passwords differ; no account was made.");
  return password;
}

async function acceptInvitation({ options }: Account, server: HttpServer): Promise<RoomId | "new" | null> {
  if (!options.invitation) return null;
  if (options.shouldRegister) return "new";
  const state = await request(server, "invitation:accept", { code: options.invitation.code });
  return state.room.id;
}
