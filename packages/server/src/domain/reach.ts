import type { Reach } from "@parley/contract";
import { type Block, isWithheld, refusalWords } from "./blocking.ts";

/** How two people know each other. */
export interface Acquaintance {
  readonly isFriend: boolean;
  /** There is a room, other than the lobby and private conversations, that both are in. */
  readonly sharesRoom: boolean;
  /** One of them came by the other's invitation. */
  readonly isInvited: boolean;
}

/** Somebody whom I do not know: what they begin waits until I have looked at it. */
export function isStranger({ isFriend, sharesRoom, isInvited }: Acquaintance): boolean {
  return !(isFriend || sharesRoom || isInvited);
}

/** Whether somebody who chose this reach lets the other one do it. */
export function isWithin(reach: Reach, acquaintance: Acquaintance): boolean {
  if (reach === "everyone" || acquaintance.isFriend) return true;
  return reach === "rooms" && !isStranger(acquaintance);
}

/** Why I may not write to somebody, bring them into a room or call them, in words for me; null if I may. */
export function whyNotReach(
  tie: "write" | "add" | "call",
  { block, acquaintance, reach }: { block: Block; acquaintance: Acquaintance; reach: Reach },
): string | null {
  if (!isWithheld(tie, block) && isWithin(reach, acquaintance)) return null;
  return refusalWords(tie, block);
}
