/** So long one may change one's mind. */
export const graceMs = 7 * 86_400_000;

/** Why this account cannot be deleted, or null if it can: nothing is to be left without an owner. */
export function whyNotDelete(ownsServer: boolean, ownedRooms: readonly string[]): string | null {
  if (ownsServer) return "You own this server. Somebody else must own it first.";
  if (ownedRooms.length === 0) return null;
  const names = ownedRooms.map((name) => `“${name}”`).join(", ");
  return `You are the only owner of ${names}. Make somebody else an owner first.`;
}

/** What others see where somebody was. The handle is nobody's guess, so that it can be neither called nor taken. */
export function nobody(random: string): { handle: string; name: string } {
  return { handle: `deleted-${random.toLowerCase().replace(/[^a-z0-9]/g, "0")}`, name: "Deleted account" };
}
