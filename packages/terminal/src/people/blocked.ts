import type { ClientState } from "@parley/client";
import type { Message, UserId } from "@parley/contract";

export const isBlocked = ({ relations }: Pick<ClientState, "relations">, userId: UserId): boolean =>
  relations.get(userId)?.kind === "blocked";

/** Whether a message is of somebody whom one has blocked, or says again what they said. */
export function isOfBlocked(
  { senderId, forwardedFrom }: Pick<Message, "senderId" | "forwardedFrom">,
  isBlocked: (userId: UserId) => boolean,
): boolean {
  return isBlocked(senderId) || (forwardedFrom != null && isBlocked(forwardedFrom));
}

/** What stands in the place of messages by people whom one has blocked. */
export const blockedWords = (count: number): string =>
  `${count} ${count === 1 ? "message" : "messages"} from someone you blocked`;
