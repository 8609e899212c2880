import type { MemberRole, Room } from "@parley/contract";

/** Why one cannot leave a room, or null if one can. A room with people in it always has an owner. */
export function whyNotLeave(
  room: Pick<Room, "isLobby" | "kind" | "memberCount">,
  role: MemberRole,
  ownerCount: number,
): string | null {
  if (room.isLobby) return "Everybody is in this room; it cannot be left.";
  if (room.kind === "direct") return "A private conversation cannot be left.";
  const isLastOwner = role === "owner" && ownerCount === 1;
  if (isLastOwner && room.memberCount > 1) return "You are the only owner. Make somebody else an owner first.";
  return null;
}
