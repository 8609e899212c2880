import { ParleyError, type RoomId, type User, type UserId } from "@parley/contract";
import { noteAct } from "../audit.ts";
import type { CommandContext, Handlers } from "../context.ts";
import { isSuspended } from "../domain/suspension.ts";
import { tellLookToAll } from "../looks.ts";
import { enterRoom } from "../membership.ts";
import { tellOpenReports } from "../open-reports.ts";

export const roleHandlers: Pick<Handlers, "user:change-role"> = {
  async "user:change-role"(ctx, { userId, role }) {
    await lock(ctx, userId, role);
    const actor = await ctx.store.users.find(ctx.actor.user.id);
    if (actor?.role !== "owner")
      throw new ParleyError("forbidden", "Only the owner of this server chooses who runs it.");
    if (userId === actor.id)
      throw new ParleyError("conflict", "The server needs an owner. Hand it over to somebody else.");
    const target = await ctx.access.user(userId);
    if (target.isGone === true) throw new ParleyError("conflict", "This account was deleted.");
    if (target.role === role) return target;
    if (role === "owner") await handOver(ctx, actor.id, target);
    else await changeRole(ctx, userId, role);
    await noteAct(ctx, { act: "user:change-role", userId, detail: `From ${target.role} to ${role}.` });
    return { ...target, role };
  },
};

/**
 * From here on nobody else hands the server over, or to somebody else. Rooms before people, and those in their order, as
 * everywhere: nobody waits for somebody who waits for them.
 */
async function lock(ctx: CommandContext, userId: UserId, role: User["role"]): Promise<void> {
  if (role === "owner") await ctx.store.rooms.lock(await lobbyOf(ctx));
  await ctx.store.acquaintances.lock([ctx.actor.user.id, userId]);
}

async function lobbyOf(ctx: CommandContext): Promise<RoomId> {
  return (await ctx.store.serverSettings.all()).lobbyId as RoomId;
}

async function changeRole(ctx: CommandContext, userId: UserId, role: User["role"]): Promise<void> {
  await ctx.store.userRoles.set(userId, role);
  await tellLookToAll(ctx, userId);
  await tellOpenReports(ctx, [userId]);
}

/** The lobby goes with the server: its new owner is an owner there too, so that the former one may leave. */
async function handOver(ctx: CommandContext, formerId: UserId, next: User): Promise<void> {
  const proof = await ctx.store.accounts.proof(next.id);
  if (isSuspended(proof?.suspendedUntil ?? null, ctx.now))
    throw new ParleyError("conflict", "This account is suspended. Restore it first.");
  if (proof?.deletesAt != null)
    throw new ParleyError("conflict", "This account is about to be deleted: the server would have no owner.");
  const lobbyId = await lobbyOf(ctx);
  await enterRoom(ctx, lobbyId, { user: next, role: "owner" });
  const member = await ctx.store.members.find(lobbyId, next.id);
  if (member !== undefined && member.role !== "owner") {
    const rev = await ctx.store.rooms.nextRev(lobbyId);
    await ctx.store.members.setRole(lobbyId, { userId: next.id, role: "owner", rev });
    ctx.effects.publish(lobbyId, "member:changed", { rev, member: { ...member, role: "owner" } });
  }
  await ctx.store.serverSettings.set("ownerId", next.id);
  await changeRole(ctx, formerId, "admin");
  await changeRole(ctx, next.id, "owner");
}
