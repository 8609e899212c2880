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
import { presenterFor } from "./access.ts";
import type { CommandContext } from "./context.ts";
import { bare, presented } from "./domain/profiles.ts";
import { tellIfReportsWait } from "./open-reports.ts";
import { leaveThreads } from "./threads.ts";

/** The part of a command's context that coming and going needs; the actor may be nobody yet (an account being made). */
type Coming = Pick<CommandContext, "store" | "effects" | "now">;

/**
 * Makes `user` a member of a room: the row, the numbers, the events, the subscription. Shared by every request that
 * brings somebody in. Answers the room as they see it; if they are in already, nothing changes.
 */
export async function enterRoom(
  ctx: Coming,
  roomId: RoomId,
  { user, role, isRequest = false }: { user: User; role: MemberRole; isRequest?: boolean },
): Promise<RoomState> {
  const standing = await ctx.store.members.standing(roomId, user.id);
  const already = standing?.role == null ? undefined : await ctx.store.roomStates.find(roomId, user.id);
  if (already !== undefined) return already;
  const rev = await ctx.store.rooms.nextRevOfMembers(roomId, 1);
  const made: Member = { userId: user.id, role, joinedAt: ctx.now };
  const member = await ctx.store.members.put(roomId, made, { rev, seq: standing?.lastSeq ?? 0 });
  await ctx.store.frozenReceipts.freezeIn(roomId, user.id);
  // Before anything is told: the room is new to them as a request, or not at all.
  if (isRequest) {
    await ctx.store.members.setRequest(roomId, user.id, "waiting");
    ctx.effects.regard(user.id);
  }
  // A session may know its person by a former name.
  const joining = (await ctx.store.users.find(user.id)) ?? user;
  ctx.effects.publish(roomId, "member:joined", { rev, member, user: bare(joining) });
  ctx.effects.entered(user.id, roomId);
  await tellOfDetails(ctx, roomId, joining);
  return tellOfEntry(ctx, roomId, user.id);
}

/** A room's events carry a person's name only; what else there is to see of a newcomer follows for those who may. */
async function tellOfDetails(ctx: Coming, roomId: RoomId, user: User): Promise<void> {
  const shown = presented(user, { isWithheld: false, now: ctx.now });
  if (shown.avatar === undefined && shown.status === undefined) return;
  const around = await ctx.store.relations.blockedAround(user.id);
  ctx.effects.profile(shown, { roomIds: [roomId], userIds: [], except: around.keys() });
}

/** Takes a person out of a room, whoever decided it; the links that they made go with them. */
export async function departRoom(ctx: Coming, room: Pick<Room, "id">, userId: UserId): Promise<void> {
  const rev = await ctx.store.rooms.nextRevOfMembers(room.id, -1);
  // Nobody comes back, under another name or their own, by what they made while they were in.
  await ctx.store.invitations.revokeOf(userId, room.id);
  await ctx.store.members.markLeft(room.id, userId, rev);
  await ctx.store.drafts.remove(userId, room.id);
  await ctx.store.frozenReceipts.forgetIn(room.id, userId);
  await leaveThreads(ctx, room.id, { userId, upTo: Number.MAX_SAFE_INTEGER });
  ctx.effects.departed(userId, room.id);
  ctx.effects.publish(room.id, "member:left", { rev, userId });
  ctx.effects.tell(userId, "room:departed", { rev: await ctx.store.users.bumpRev(userId), roomId: room.id });
  await tellIfReportsWait(ctx, room.id, userId);
}

/** Tells a person the room that they are in now; answers it. */
export async function tellOfEntry(ctx: Coming, roomId: RoomId, userId: UserId): Promise<RoomState> {
  const state = await ctx.store.roomStates.find(roomId, userId);
  if (state === undefined) throw new ParleyError("internal", "A new member is missing.");
  const rev = await ctx.store.users.bumpRev(userId);
  const named = [...state.directIds, ...(state.lastMessage === null ? [] : [state.lastMessage.senderId])];
  const known = await ctx.store.users.list(named.slice(0, limits.directPeople + 1));
  const people = known.map(await presenterFor(userId, ctx.store, ctx.now));
  ctx.effects.tell(userId, "room:entered", { rev, state, people });
  return state;
}
