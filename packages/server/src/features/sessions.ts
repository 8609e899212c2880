import { foldHandle, type Invitation, ParleyError, type Parsed, type RoomId, type UserId } from "@parley/contract";
import { checkPasskey } from "../accounts/passkeys.ts";
import { wrongCredentials } from "../accounts/passwords.ts";
import { assertSecondFactor, type SecondFactor, secondFactorAsked } from "../accounts/second-factor.ts";
import { beginSession, createPerson } from "../accounts.ts";
import { assertNotBanned, linkInvalid } from "../bans.ts";
import type { Actor, CommandContext, Handlers, QueryContext } from "../context.ts";
import { personName } from "../domain/names.ts";
import { serverInfo } from "../domain/server-info.ts";
import { hashPassword, verifyPassword } from "../lib/passwords.ts";
import { enterRoom } from "../membership.ts";

export const sessionHandlers: Pick<Handlers, "account:create" | "session:create" | "session:delete" | "session:list"> =
  {
    "account:create": {
      async prepare(ctx, input) {
        const name = personName(input.username);
        await assertOpen(ctx, input.invitation);
        const passwordHash = await hashPassword(input.password);
        return async (command) => {
          const lobbyId = (await command.store.serverSettings.all()).lobbyId as RoomId;
          // Rooms are locked before the invitation, as everywhere: nobody waits for somebody who waits for them.
          await command.store.rooms.lock(lobbyId);
          const invited = await takeInvitation(command, input.invitation);
          const invitedBy = invited?.createdBy ?? null;
          const user = await createPerson(command, name, { passwordHash, role: "person", invitedBy });
          await enterRoom(command, lobbyId, { user, role: "member" });
          if (invited !== null && invited.roomId !== lobbyId)
            await enterRoom(command, invited.roomId, { user, role: "member" });
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
  return { code, passkey: null };
}

/** Refuses early, before the costly hash. Whether a use of the link is left is decided inside the transaction. */
async function assertOpen(
  ctx: Pick<QueryContext<unknown>, "store" | "server" | "now">,
  code: string | undefined,
): Promise<void> {
  const info = serverInfo(await ctx.store.serverSettings.all(), ctx.server);
  if (!info.isSetUp) throw new ParleyError("registration_closed", "This server is not set up yet.");
  if (info.registration === "closed")
    throw new ParleyError("registration_closed", "This server takes no new accounts.");
  if (code !== undefined) {
    if ((await ctx.store.invitations.findLiving(code, ctx.now)) === undefined) throw linkInvalid();
    return;
  }
  if (info.registration === "invite") {
    throw new ParleyError(
      "registration_closed",
      "You need an invitation link to make an account here. Ask somebody who is in.",
    );
  }
}

/** Uses up one use of the link; answers where it leads and whose it is. */
async function takeInvitation(ctx: CommandContext<Actor | null>, code: string | undefined): Promise<Invitation | null> {
  if (code === undefined) return null;
  const invitation = await ctx.store.invitations.findLiving(code, ctx.now);
  if (invitation === undefined) throw linkInvalid();
  await ctx.store.rooms.lock(invitation.roomId);
  const room = ctx.actor && (await ctx.store.rooms.find(invitation.roomId));
  // Another account is no way around a ban, for whom we recognise.
  if (ctx.actor && room) await assertNotBanned(ctx, room, ctx.actor.user.id);
  if (!(await ctx.store.invitations.use(invitation.id))) throw linkInvalid();
  return invitation;
}
