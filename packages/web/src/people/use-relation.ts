import type { CommandName, Relation, UserId } from "@parley/contract";
import { useCallback } from "react";
import { useLocation } from "wouter";
import { useClient } from "../client-context.ts";
import { type Action, useAction } from "../use-action.ts";
import { useClientState } from "../use-client-state.ts";

type AboutPerson = Extract<CommandName, `friend:${string}` | `block:${string}`>;

export interface RelationDeeds {
  relation: Relation | undefined;
  action: Action;
  /** Answers whether it succeeded. */
  run: (name: AboutPerson, line?: string) => Promise<boolean>;
  /** Leads to the conversation with them, a new one or the one there is. */
  message: () => Promise<boolean>;
}

/** How I stand to somebody, and what I may do about it. */
export function useRelation(userId: UserId): RelationDeeds {
  const client = useClient();
  const action = useAction();
  const [, navigate] = useLocation();
  const relation = useClientState(useCallback(({ relations }) => relations.get(userId), [userId]));
  return {
    relation,
    action,
    run: (name, line = "") =>
      action.run(() => (name === "friend:ask" ? client.call(name, { userId, line }) : client.call(name, { userId }))),
    message: () =>
      action.run(async () => {
        const { room } = await client.call("room:create-direct", { userIds: [userId] });
        navigate(`/r/${room.id}`);
      }),
  };
}
