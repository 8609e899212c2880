import { foldRoomName, ParleyError, type Room, type RoomId, type RoomState } from "@parley/contract";
import { noteAct } from "../audit.ts";
import { assertNotBanned } from "../bans.ts";
import type { CommandContext, Handlers } from "../context.ts";
import { optionalText } from "../domain/bodies.ts";
import { directKey } from "../domain/direct-key.ts";
import { whyNotLeave } from "../domain/leaving.ts";
import { type RoomName, roomName } from "../domain/names.ts";
import { isStranger } from "../domain/reach.ts";
import { changedRules } from "../domain/room-rules.ts";
import { departRoom, enterRoom } from "../membership.ts";
import { acceptDeclined, acceptRequest } from "../requests.ts";

type RoomRequest =
  | "room:create"
  | "room:create-direct"
  | "room:change"
  | "room:set-previews"
  | "room:join"
  | "room:leave"
  | "room:list"
  | "room:open";

export const roomHandlers: Pick<Handlers, RoomRequest> = {
  async "room:create"(ctx, { id, kind, name, topic }) {
    const { user } = ctx.actor;
    if ((await ctx.store.rooms.find(id)) !== undefined) {
      const already = await ctx.store.roomStates.find(id, user.id);
      if (already !== undefined) return already;
      throw new ParleyError("conflict", "This id is in use. Try again.");
    }
    const named = roomName(name, kind);
    await assertFree(ctx, named, id);
    const room = { id, kind, ...named, topic: optionalText(topic, "topic"), isLobby: false, directKey: null };
    await ctx.store.rooms.insert({ ...room, createdBy: user.id, now: ctx.now });
    return enterRoom(ctx, id, { user, role: "owner" });
  },

  async "room:create-direct"(ctx, { userIds }) {
    const { user } = ctx.actor;
    const otherIds = [...new Set(userIds)].filter((userId) => userId !== user.id);
    if (otherIds.length === 0) throw new ParleyError("invalid", "Choose somebody to talk to.", { field: "userIds" });
    const key = directKey([...otherIds, user.id]);
    const existing = await ctx.store.rooms.findDirect(key);
    if (existing !== undefined) return comeBack(ctx, existing);
    const others = await ctx.access.reachable(otherIds, "write");
    const id = ctx.newId<RoomId>();
    const nameless = { name: "", nameFolded: "", nameSkeleton: null, topic: "" };
    await ctx.store.rooms.insert({
      id,
      kind: "direct",
      ...nameless,
      isLobby: false,
      directKey: key,
      createdBy: user.id,
      now: ctx.now,
    });
    // The others first: everyone's first sight of the room then has all its people, its maker's too.
    const strangers = new Set(others.filter((other) => isStranger(other.acquaintance)).map((other) => other.userId));
    for (const other of await ctx.store.users.list(otherIds))
      await enterRoom(ctx, id, { user: other, role: "member", isRequest: strangers.has(other.id) });
    return enterRoom(ctx, id, { user, role: "member" });
  },

  async "room:change"(ctx, { roomId, name, topic, rules }) {
    const { role } = await ctx.access.room(roomId, "change");
    const room = await ctx.store.rooms.find(roomId);
    if (room === undefined) throw new ParleyError("not_found", "There is no such room.");
    const kind = room.kind === "public" ? "public" : "private";
    const named = roomName(name ?? room.name, kind);
    await assertFree(ctx, named, roomId);
    const changed: Room = {
      ...room,
      name: named.name,
      topic: topic === undefined ? room.topic : optionalText(topic, "topic"),
      rules: changedRules(room.rules, rules),
    };
    await ctx.store.rooms.update(roomId, { ...named, topic: changed.topic });
    if (rules !== undefined) await ctx.store.rooms.setRules(roomId, changed.rules);
    ctx.effects.publish(roomId, "room:changed", { rev: await ctx.store.rooms.nextRev(roomId), room: changed });
    const parts = Object.entries({ name, topic, rules }).filter(([, value]) => value !== undefined);
    const detail = `Changed ${parts.map(([part]) => part).join(", ")}.`;
    if (role !== "owner") await noteAct(ctx, { act: "room:change", roomId, detail });
    return changed;
  },

  async "room:set-previews"(ctx, { roomId, areOn }) {
    // As with how long messages stay: in a private conversation all are equal.
    await ctx.access.writable(roomId, "expire");
    const room = await ctx.store.rooms.find(roomId);
    if (room === undefined) throw new ParleyError("not_found", "There is no such room.");
    if (room.rules.linkPreviews === areOn) return room;
    const changed: Room = { ...room, rules: changedRules(room.rules, { linkPreviews: areOn }) };
    await ctx.store.rooms.setRules(roomId, changed.rules);
    ctx.effects.publish(roomId, "room:changed", { rev: await ctx.store.rooms.nextRev(roomId), room: changed });
    return changed;
  },

  async "room:join"(ctx, { roomId }) {
    const { room } = await ctx.access.joinable(roomId);
    await assertNotBanned(ctx, room, ctx.actor.user.id);
    return enterRoom(ctx, roomId, { user: ctx.actor.user, role: "member" });
  },

  async "room:leave"(ctx, { roomId }) {
    const { room, role } = await ctx.access.roomItself(roomId, "view");
    const refusal = whyNotLeave(room, role, (await ctx.store.members.ownersIn(roomId)).length);
    if (refusal !== null) throw new ParleyError("conflict", refusal);
    await departRoom(ctx, room, ctx.actor.user.id);
    return {};
  },

  async "room:list"(ctx, { text, after, limit }) {
    const folded = text.trim() === "" ? "" : foldRoomName(text);
    const found = await ctx.store.rooms.listPublic({
      text: folded,
      after,
      limit: limit + 1,
      actorId: ctx.actor.user.id,
    });
    const page = found.slice(0, limit);
    const next = found.length > limit ? (page.at(-1)?.nameFolded ?? null) : null;
    return { rooms: page.map(({ room, isMember }) => ({ room, isMember })), next };
  },

  async "room:open"(ctx, { roomId, at, limit }) {
    await ctx.access.room(roomId, "view");
    const state = await ctx.store.roomStates.find(roomId, ctx.actor.user.id);
    if (state === undefined) throw new ParleyError("not_found", "There is no such room.");
    const viewerId = ctx.actor.user.id;
    const view = await ctx.access.view(await ctx.store.roomViews.view(state, { viewerId, at, limit }));
    return { ...view, receipts: await ctx.sight.receiptsFor(ctx.actor.user.id, roomId, view.receipts) };
  },
};

/** A private conversation that there is already. Opening it takes it up, if it was a request. */
async function comeBack(ctx: CommandContext, roomId: RoomId): Promise<RoomState> {
  const standing = await ctx.store.members.standing(roomId, ctx.actor.user.id);
  if (standing?.request === "waiting") return acceptRequest(ctx, roomId);
  // Nobody leaves such a room, so whoever is outside has declined it.
  if (standing?.role == null) return acceptDeclined(ctx, roomId);
  return enterRoom(ctx, roomId, { user: ctx.actor.user, role: "member" });
}

async function assertFree(ctx: CommandContext, { nameSkeleton }: RoomName, own: RoomId): Promise<void> {
  if (nameSkeleton === null) return;
  const holder = await ctx.store.rooms.findBySkeleton(nameSkeleton);
  if (holder !== undefined && holder !== own) {
    throw new ParleyError("name_taken", "There is a public room with this name, or one that looks like it.", {
      field: "name",
    });
  }
}
