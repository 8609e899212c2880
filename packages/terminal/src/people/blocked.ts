import type { ClientState } from "@parley/client";
import type { UserId } from "@parley/contract";

export const isBlocked = ({ relations }: Pick<ClientState, "relations">, userId: UserId): boolean =>
  relations.get(userId)?.kind === "blocked";

/** What stands in the place of messages by people whom one has blocked. */
export const blockedWords = (count: number): string =>
  `${count} ${count === 1 ? "message" : "messages"} from someone you blocked`;
