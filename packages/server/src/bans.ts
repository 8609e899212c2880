import { type Ban, ParleyError, type Room, type RoomId, type UserId } from "@parley/contract";
import type { QueryContext, Step } from "./context.ts";
import { bannedWords } from "./domain/bans.ts";
import { departRoom } from "./membership.ts";

/** Takes somebody out of a room, if they are in it, and keeps them out. Who may, was decided. */
export async function banFrom(ctx: Step, roomId: RoomId, ban: Ban): Promise<Ban> {
  await ctx.store.bans.put(roomId, ban);
  const member = await ctx.store.members.find(roomId, ban.userId);
  if (member !== undefined) await departRoom(ctx, { id: roomId }, ban.userId);
  return ban;
}

/**
 * Refuses whoever is banned. Of a public room they know, so they are told; of a private one they learn no more than by a
 * link that leads nowhere.
 */
export async function assertNotBanned(
  { store, now }: Pick<QueryContext<unknown>, "store" | "now">,
  room: Pick<Room, "id" | "kind">,
  userId: UserId,
): Promise<void> {
  const ban = await store.bans.find(room.id, userId, now);
  if (ban === undefined) return;
  throw room.kind === "public" ? new ParleyError("forbidden", bannedWords(ban)) : linkInvalid();
}

/** The same for a link that is unknown, expired, used up or revoked, and for one that is not for the person who has it. */
export function linkInvalid(): ParleyError {
  return new ParleyError("link_invalid", "This invitation has expired or was used up. Ask for a new one.");
}
