import { type EmojiBy, emojiLimits, ParleyError, type User } from "@parley/contract";
import { isAdministrator } from "./administration.ts";

/** What was chosen for the server; its administrators, as long as nothing was. */
export function emojiBy({ emojiBy: chosen }: { readonly emojiBy?: string }): EmojiBy {
  return chosen === "everyone" ? "everyone" : "administrators";
}

export function mayAddEmoji(role: User["role"], by: EmojiBy): boolean {
  return by === "everyone" || isAdministrator(role);
}

/** Administrators remove any; whoever may add some removes their own. */
export function mayRemoveEmoji(role: User["role"], { by, isOwn }: { by: EmojiBy; isOwn: boolean }): boolean {
  return isAdministrator(role) || (isOwn && mayAddEmoji(role, by));
}

export function assertRoomForEmoji(count: number): void {
  if (count < emojiLimits.ofServer) return;
  throw new ParleyError(
    "conflict",
    `A server has at most ${emojiLimits.ofServer} emoji of its own. Remove some first.`,
  );
}
