import {
  limits,
  type Member,
  type MemberRole,
  ParleyError,
  type Room,
  type RoomId,
  type RoomState,
  type User,
  type UserId,
} from "@parley/contract";
import type { CommandContext } from "./context.ts";

/** The part of a command's context that coming and going needs; the actor may be nobody yet (an account being made). */
type Coming = Pick<CommandContext, "store" | "effects" | "now">;

/**
 * Makes `user` a member of a room: the row, the numbers, the events, the subscription. Shared by every request that
 * brings somebody in. Answers the room as they see it; if they are in already, nothing changes.
 */
export async function enterRoom(
  ctx: Coming,
  roomId: RoomId,
  { user, role }: { user: User; role: MemberRole },
): Promise<RoomState> {
  const standing = await ctx.store.members.standing(roomId, user.id);
  const already = standing?.role == null ? undefined : await ctx.store.roomStates.find(roomId, user.id);
  if (already !== undefined) return already;
  const rev = await ctx.store.rooms.nextRevOfMembers(roomId, 1);
  const member: Member = { userId: user.id, role, joinedAt: ctx.now };
  await ctx.store.members.put(roomId, member, { rev, seq: standing?.lastSeq ?? 0 });
  ctx.effects.publish(roomId, "member:joined", { rev, member, user });
  ctx.effects.entered(user.id, roomId);
  return tellOfEntry(ctx, roomId, user.id);
}

/** Takes a person out of a room, whoever decided it. */
export async function departRoom(ctx: Coming, room: Pick<Room, "id">, userId: UserId): Promise<void> {
  const rev = await ctx.store.rooms.nextRevOfMembers(room.id, -1);
  await ctx.store.members.markLeft(room.id, userId, rev);
  await ctx.store.drafts.remove(userId, room.id);
  ctx.effects.departed(userId, room.id);
  ctx.effects.publish(room.id, "member:left", { rev, userId });
  ctx.effects.tell(userId, "room:departed", { rev: await ctx.store.users.bumpRev(userId), roomId: room.id });
}

async function tellOfEntry(ctx: Coming, roomId: RoomId, userId: UserId): Promise<RoomState> {
  const state = await ctx.store.roomStates.find(roomId, userId);
  if (state === undefined) throw new ParleyError("internal", "A new member is missing.");
  const rev = await ctx.store.users.bumpRev(userId);
  const named = [...state.directIds, ...(state.lastMessage === null ? [] : [state.lastMessage.senderId])];
  const people = await ctx.store.users.list(named.slice(0, limits.directPeople + 1));
  ctx.effects.tell(userId, "room:entered", { rev, state, people });
  return state;
}
