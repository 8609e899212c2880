import { type Invitation, ParleyError, type RoomId, type User } from "@parley/contract";
import { createPerson } from "../accounts.ts";
import { assertNotBanned, linkInvalid } from "../bans.ts";
import type { Actor, CommandContext, QueryContext } from "../context.ts";
import type { PersonName } from "../domain/names.ts";
import { serverInfo } from "../domain/server-info.ts";
import { enterRoom } from "../membership.ts";

/**
 * Lets a new person in: their account, the lobby, and the room that the invitation leads to. What they are called may
 * depend on who is here already, so it is asked for once nobody else can come in between.
 */
export async function admit(
  command: CommandContext<Actor | null>,
  invitation: string | undefined,
  newcomer: () => Promise<{ name: PersonName; passwordHash: string }>,
): Promise<User> {
  const lobbyId = (await command.store.serverSettings.all()).lobbyId as RoomId;
  // Rooms are locked before the invitation, as everywhere: nobody waits for somebody who waits for them.
  await command.store.rooms.lock(lobbyId);
  const invited = await takeInvitation(command, invitation);
  const invitedBy = invited?.createdBy ?? null;
  const { name, passwordHash } = await newcomer();
  const user = await createPerson(command, name, { passwordHash, role: "person", invitedBy });
  await enterRoom(command, lobbyId, { user, role: "member" });
  if (invited !== null && invited.roomId !== lobbyId)
    await enterRoom(command, invited.roomId, { user, role: "member" });
  return user;
}

/** Refuses early, before anything costly. Whether a use of the link is left is decided inside the transaction. */
export async function assertOpen(
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
