import { type Invitation, type InvitationId, ParleyError } from "@parley/contract";
import { noteAct } from "../audit.ts";
import { assertNotBanned, linkInvalid } from "../bans.ts";
import type { Handlers } from "../context.ts";
import { serverInfo } from "../domain/server-info.ts";
import { randomSecret } from "../lib/secrets.ts";
import { enterRoom } from "../membership.ts";

type InvitationRequest =
  | "invitation:create"
  | "invitation:list"
  | "invitation:revoke"
  | "invitation:describe"
  | "invitation:accept";

export const invitationHandlers: Pick<Handlers, InvitationRequest> = {
  async "invitation:create"(ctx, { roomId, expiresInMs, maxUses }) {
    await ctx.access.room(roomId, "invite");
    const invitation: Invitation = {
      id: ctx.newId<InvitationId>(),
      roomId,
      code: randomSecret(16),
      createdBy: ctx.actor.user.id,
      createdAt: ctx.now,
      expiresAt: expiresInMs === null ? null : ctx.now + expiresInMs,
      maxUses,
      uses: 0,
    };
    await ctx.store.invitations.insert(invitation);
    return invitation;
  },

  async "invitation:list"(ctx, { roomId }) {
    await ctx.access.room(roomId, "invite");
    return { invitations: await ctx.store.invitations.listIn(roomId, ctx.now) };
  },

  async "invitation:revoke"(ctx, { roomId, invitationId }) {
    await ctx.access.room(roomId, "invite");
    const createdBy = await ctx.store.invitations.revoke(invitationId, roomId);
    if (createdBy === undefined) throw new ParleyError("not_found", "There is no such invitation.");
    if (createdBy !== ctx.actor.user.id) await noteAct(ctx, { act: "invitation:revoke", roomId, userId: createdBy });
    return {};
  },

  async "invitation:describe"(ctx, { code }) {
    const invitation = await ctx.store.invitations.findLiving(code, ctx.now);
    const room = invitation && (await ctx.store.rooms.find(invitation.roomId));
    const inviter = invitation && (await ctx.store.users.find(invitation.createdBy));
    if (room === undefined || inviter === undefined) throw linkInvalid();
    // A link to a room that they may not come into leads nowhere, and is not described.
    if (ctx.actor !== null && room.kind === "private") await assertNotBanned(ctx, room, ctx.actor.user.id);
    const { name } = serverInfo(await ctx.store.serverSettings.all(), ctx.server);
    return { serverName: name, roomName: room.name, invitedBy: inviter.name, memberCount: room.memberCount };
  },

  async "invitation:accept"(ctx, { code }) {
    const invitation = await ctx.store.invitations.findLiving(code, ctx.now);
    if (invitation === undefined) throw linkInvalid();
    const { user } = ctx.actor;
    const standing = await ctx.store.members.standing(invitation.roomId, user.id);
    // Who is in already uses nothing up.
    const isIn = standing?.role != null;
    if (standing !== undefined) await assertNotBanned(ctx, standing.room, user.id);
    if (!isIn && !(await ctx.store.invitations.use(invitation.id))) throw linkInvalid();
    return enterRoom(ctx, invitation.roomId, { user, role: "member" });
  },
};
