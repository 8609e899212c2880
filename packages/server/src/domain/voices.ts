import type { Room, Settings } from "@parley/contract";
import type { Block } from "./blocking.ts";
import { isOn, shownPointers } from "./sharing.ts";
import type { Place } from "./visibility.ts";

/** One of the two in a conversation: what they show, in general and there. */
export interface Party {
  readonly manners: Pick<Settings, "presence" | "privacy">;
  readonly place: Place;
}

export interface Playing {
  readonly room: Pick<Room, "kind" | "memberCount">;
  readonly block: Block;
  readonly player: Party;
  readonly sender: Party;
}

/**
 * Whether who sent a voice message learns that it was played: as with receipts, both must show them, and no block lies
 * between them; and only where there is nobody else whom it could have been. It is decided when it is played: what was
 * told is told, and what was not is not told later.
 */
export function isPlayShown({ room, block, player, sender }: Playing): boolean {
  if (room.kind !== "direct" || room.memberCount !== 2 || block.byMe || block.byThem) return false;
  return shownPointers(player.manners, player.place).read && isOn("receipts", sender.manners.privacy, sender.place);
}
