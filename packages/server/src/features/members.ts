import { type Member, ParleyError, type UserId } from "@parley/contract";
import { noteAct } from "../audit.ts";
import type { CommandContext, Handlers } from "../context.ts";
import { judge, mayRemove } from "../domain/permissions.ts";
import { departRoom, enterRoom } from "../membership.ts";
import { tellIfReportsWait } from "../open-reports.ts";
import type { Standing } from "../store/standing.ts";

export const memberHandlers: Pick<Handlers, "member:list" | "member:add" | "member:remove" | "member:change"> = {
  async "member:list"(ctx, { roomId, after, limit }) {
    await ctx.access.roomItself(roomId, "view");
    const { members, people } = await ctx.store.members.page(roomId, after, limit + 1);
    return {
      members: members.slice(0, limit),
      people: await ctx.access.presented(people.slice(0, limit)),
      hasMore: members.length > limit,
    };
  },

  async "member:add"(ctx, { roomId, userIds }) {
    const before = await ctx.access.room(roomId, "add");
    const people = await ctx.store.users.list(userIds);
    if (people.length < new Set(userIds).size) throw new ParleyError("not_found", "There is no such person.");
    const present = new Set<UserId>();
    for (const { id } of people) if (await ctx.store.members.find(roomId, id)) present.add(id);
    await ctx.access.reachable(
      userIds.filter((id) => !present.has(id)),
      "add",
    );
    for (const { id } of people) await liftBan(ctx, before, id);
    for (const user of people) await enterRoom(ctx, roomId, { user, role: "member" });
    const after = await ctx.access.room(roomId, "add");
    return { added: after.room.memberCount - before.room.memberCount };
  },

  async "member:remove"(ctx, { roomId, userId }) {
    const { room, role } = await ctx.access.room(roomId, "remove");
    const target = await ctx.store.members.find(roomId, userId);
    if (target === undefined) throw new ParleyError("not_found", "They are not in this room.");
    if (!mayRemove(role, target.role))
      throw new ParleyError("forbidden", "You can only take out people who rank below you.");
    await departRoom(ctx, room, userId);
    await noteAct(ctx, { act: "member:remove", roomId, userId });
    return {};
  },

  async "member:change"(ctx, { roomId, userId, role }) {
    await ctx.access.room(roomId, "govern");
    const member = await ctx.store.members.find(roomId, userId);
    if (member === undefined) throw new ParleyError("not_found", "They are not in this room.");
    if (member.role === role) return member;
    const owners = await ctx.store.members.ownersIn(roomId);
    const isLastOwner = owners.length === 1 && owners[0] === userId;
    if (isLastOwner) throw new ParleyError("conflict", "A room needs an owner. Make somebody else an owner first.");
    const rev = await ctx.store.rooms.nextRev(roomId);
    await ctx.store.members.setRole(roomId, { userId, role, rev });
    const changed: Member = { ...member, role };
    ctx.effects.publish(roomId, "member:changed", { rev, member: changed });
    await tellIfReportsWait(ctx, roomId, userId);
    await noteAct(ctx, { act: "member:change", roomId, userId, detail: `From ${member.role} to ${role}.` });
    return changed;
  },
};

/** Who may let people back in, does so by bringing them in; for everyone else a ban stands. */
async function liftBan(ctx: CommandContext, standing: Standing, userId: UserId): Promise<void> {
  const roomId = standing.room.id;
  if ((await ctx.store.bans.find(roomId, userId, ctx.now)) === undefined) return;
  if (judge("discipline", standing) !== "allowed")
    throw new ParleyError("forbidden", "They were banned from this room. Only its moderators let them back in.");
  await ctx.store.bans.remove(roomId, userId);
  await noteAct(ctx, { act: "member:unban", roomId, userId, detail: "Brought back in." });
}
