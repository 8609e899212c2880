import type { MemberRole, UserId } from "@parley/contract";

/** So long one may change one's mind. */
export const graceMs = 7 * 86_400_000;

/** Why this account cannot be deleted, or null if it can: nothing is to be left without an owner. */
export function whyNotDelete(ownsServer: boolean, ownedRooms: readonly string[]): string | null {
  if (ownsServer) return "You own this server. Somebody else must own it first.";
  if (ownedRooms.length === 0) return null;
  const names = ownedRooms.map((name) => `“${name}”`).join(", ");
  return `You are the only owner of ${names}. Make somebody else an owner first.`;
}

const rank: Record<MemberRole, number> = { owner: 2, moderator: 1, member: 0 };

/** Who owns a room that became its leaving owner's meanwhile: a moderator before a member, then whoever came first. */
export function heirOf<M extends { userId: UserId; role: MemberRole; joinedAt: number }>(
  members: readonly M[],
): M | undefined {
  return [...members].sort(
    (one, other) =>
      rank[other.role] - rank[one.role] || one.joinedAt - other.joinedAt || (one.userId < other.userId ? -1 : 1),
  )[0];
}
