import { limits, ParleyError } from "@parley/contract";

/** Whether a message may get one more kind of reaction: of those that it has, everybody may add their own. */
export function assertRoomForKind(kinds: ReadonlyMap<string, unknown>, emoji: string): void {
  if (kinds.has(emoji) || kinds.size < limits.reactionKinds) return;
  throw new ParleyError("conflict", `A message has at most ${limits.reactionKinds} different reactions.`);
}
