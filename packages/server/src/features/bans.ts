import { type Ban, limits, type Member, ParleyError } from "@parley/contract";
import { noteAct } from "../audit.ts";
import { banFrom } from "../bans.ts";
import type { Handlers } from "../context.ts";
import { mayRemove } from "../domain/permissions.ts";
import { line } from "../domain/profiles.ts";
import { endOf, untilWords } from "../domain/terms.ts";

type BanRequest = "member:mute" | "member:ban" | "member:unban" | "member:list-bans";

export const banHandlers: Pick<Handlers, BanRequest> = {
  async "member:mute"(ctx, { roomId, userId, forMs }) {
    const { role } = await ctx.access.room(roomId, "discipline");
    const target = await ctx.store.members.find(roomId, userId);
    if (target === undefined) throw new ParleyError("not_found", "They are not in this room.");
    if (!mayRemove(role, target.role))
      throw new ParleyError("forbidden", "You can only mute people who rank below you.");
    const until = forMs === 0 ? null : (endOf(forMs, ctx.now) ?? limits.forGood);
    const { mutedUntil: _, ...heard } = target;
    const member: Member = until === null ? heard : { ...heard, mutedUntil: until };
    if (until === null && target.mutedUntil === undefined) return member;
    const rev = await ctx.store.rooms.nextRev(roomId);
    await ctx.store.mutes.set(roomId, { userId, until, rev });
    ctx.effects.publish(roomId, "member:changed", { rev, member });
    const detail = until === null ? "May write again." : `Muted${untilWords(endOf(forMs, ctx.now))}.`;
    await noteAct(ctx, { act: "member:mute", roomId, userId, detail });
    return member;
  },

  async "member:ban"(ctx, { roomId, userId, reason, forMs }) {
    const { room, role } = await ctx.access.room(roomId, "discipline");
    if (room.isLobby) throw new ParleyError("forbidden", "Everybody is in this room; nobody is banned from it.");
    const target = await ctx.store.members.find(roomId, userId);
    if (target === undefined && (await ctx.store.users.find(userId)) === undefined)
      throw new ParleyError("not_found", "There is no such person.");
    if (userId === ctx.actor.user.id || !mayRemove(role, target?.role ?? null))
      throw new ParleyError("forbidden", "You can only ban people who rank below you.");
    const ban: Ban = {
      userId,
      bannedBy: ctx.actor.user.id,
      reason: line(reason, limits.lineCharacters, "reason"),
      bannedAt: ctx.now,
      until: endOf(forMs, ctx.now),
    };
    await banFrom(ctx, roomId, ban);
    await noteAct(ctx, { act: "member:ban", roomId, userId, detail: `Banned${untilWords(ban.until)}. ${ban.reason}` });
    return ban;
  },

  async "member:unban"(ctx, { roomId, userId }) {
    await ctx.access.room(roomId, "discipline");
    const wasBanned = await ctx.store.bans.remove(roomId, userId);
    if (!wasBanned) throw new ParleyError("not_found", "They are not banned from this room.");
    await noteAct(ctx, { act: "member:unban", roomId, userId });
    return {};
  },

  async "member:list-bans"(ctx, { roomId }) {
    await ctx.access.room(roomId, "discipline");
    const bans = await ctx.store.bans.listIn(roomId, ctx.now);
    return { bans, people: await ctx.access.people(bans.flatMap((ban) => [ban.userId, ban.bannedBy])) };
  },
};
