import type { User } from "@parley/contract";
import { useCallback } from "react";
import { useClient } from "../client-context.ts";
import { sameItems, useClientState } from "../use-client-state.ts";
import { useDelayed } from "../use-delayed.ts";
import { useLoad } from "../use-load.ts";
import { useLanguage } from "../words/use-words.ts";

const TYPING_MS = 120;
const SHOWN = 20;

/**
 * People whose name begins with a text, me left out: those this device knows at once, then those the server finds. For
 * null, nobody.
 */
export function usePeopleSearch(text: string | null): { found: readonly User[]; isSettled: boolean } {
  const client = useClient();
  const wanted = text === null ? null : text.trim();
  const asked = useDelayed(wanted, TYPING_MS);
  const answer = useLoad(
    useCallback(async () => {
      if (asked === null) return { text: asked, people: [] };
      const { people } = await client.call("user:find", { text: asked });
      return { text: asked, people };
    }, [client, asked]),
  );
  const known = useKnownPeople(wanted);
  const meId = useClientState((state) => state.me?.id);
  const isCurrent = answer.data?.text === wanted;
  const answered = isCurrent && answer.data ? answer.data.people : [];
  // What stands there already stays where it is: it may be under the pointer.
  const found = [...known, ...answered.filter((user) => !known.some((one) => one.id === user.id))];
  return {
    found: found.filter((user) => user.id !== meId).slice(0, SHOWN),
    isSettled: isCurrent || answer.error !== null,
  };
}

function useKnownPeople(text: string | null): readonly User[] {
  const language = useLanguage();
  return useClientState((state) => {
    if (text === null) return [];
    const folded = text.toLocaleLowerCase();
    const names = new Intl.Collator(language);
    return [...state.people.values()]
      .filter((user) => user.name.toLocaleLowerCase().startsWith(folded) || user.handle.startsWith(folded))
      .sort((a, b) => names.compare(a.name, b.name))
      .slice(0, SHOWN + 1);
  }, sameItems);
}
