import type { ClientState } from "@parley/client";
import type { Relation, User } from "@parley/contract";
import { useCallback } from "react";
import { sameItems, useClientState } from "../use-client-state.ts";
import { useLanguage } from "../words/use-words.ts";

/** The people to whom I stand in one way, by name. */
export function useRelated(kind: Relation["kind"]): readonly User[] {
  const language = useLanguage();
  return useClientState(
    useCallback(
      ({ relations, people }: ClientState) => {
        const names = new Intl.Collator(language);
        return [...relations.values()]
          .filter((relation) => relation.kind === kind)
          .map(({ userId }) => people.get(userId))
          .filter((user): user is User => user !== undefined)
          .sort((one, other) => names.compare(one.name, other.name));
      },
      [kind, language],
    ),
    sameItems,
  );
}
