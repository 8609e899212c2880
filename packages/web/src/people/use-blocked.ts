import type { ClientState } from "@parley/client";
import type { UserId } from "@parley/contract";
import { sameItems, useClientState } from "../use-client-state.ts";

/** Whom I blocked; the same list as long as it holds the same people. */
export function useBlocked(): readonly UserId[] {
  return useClientState(blockedIds, sameItems);
}

function blockedIds({ relations }: ClientState): readonly UserId[] {
  const ids: UserId[] = [];
  for (const { userId, kind } of relations.values()) if (kind === "blocked") ids.push(userId);
  return ids;
}
