import type { ClientState, RoomEntry } from "@parley/client";
import { type KeyboardEvent, useCallback, useEffect, useState } from "react";
import { useClient } from "../client-context.ts";
import { useConversation } from "../messages/conversation-context.ts";
import { useVisitState } from "../messages/visit.ts";
import { loadTouched } from "../screens.ts";
import { sameItems, useClientState } from "../use-client-state.ts";
import { type Completion, type CompletionToken, tokenAt } from "./completion.ts";
import type { completionsFor } from "./completions-for.ts";
import { replaceRange } from "./text-edits.ts";

export interface Completions {
  readonly found: readonly Completion[];
  readonly chosen: Completion | undefined;
  /** Looks at what stands before the caret. */
  readonly look: (area: HTMLTextAreaElement) => void;
  readonly close: () => void;
  readonly accept: (area: HTMLTextAreaElement, completion: Completion) => void;
  /** Answers whether the key was for the list. */
  readonly onKey: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
}

/** Suggestions for the `@name` or `#room` being written. */
export function useCompletions(entry: RoomEntry): Completions {
  const client = useClient();
  const [token, setToken] = useVisitState<CompletionToken | null>(useConversation().visit, null);
  const [at, setAt] = useState(0);
  const finder = useFinder(token !== null);
  const found = useClientState(
    useCallback(
      (state: ClientState) => (token === null || finder === null ? none : finder(state, entry, token)),
      [token, entry, finder],
    ),
    (a, b) => sameItems(keysOf(a), keysOf(b)),
  );
  const needsMembers = token?.sign === "@" && entry.members === null;
  useEffect(() => {
    // Without them there is nothing to suggest, and nothing is lost either.
    if (needsMembers) client.loadMembers(entry.state.room.id).catch(() => undefined);
  }, [client, needsMembers, entry.state.room.id]);
  const chosen = found[Math.min(at, found.length - 1)];
  const close = () => setToken(null);
  const accept = (area: HTMLTextAreaElement, completion: Completion) => {
    if (token === null) return;
    replaceRange(area, { start: token.start, end: area.selectionStart }, `${completion.text} `);
    close();
  };
  return {
    found,
    chosen,
    close,
    accept,
    look: (area) => {
      const next = area.selectionStart === area.selectionEnd ? tokenAt(area.value, area.selectionStart) : null;
      if (next?.query !== token?.query || next?.start !== token?.start) setAt(0);
      setToken(next);
    },
    onKey: (event) => {
      if (chosen === undefined) return false;
      if (event.key === "ArrowDown") setAt((at + 1) % found.length);
      else if (event.key === "ArrowUp") setAt((at + found.length - 1) % found.length);
      else if (event.key === "Escape") close();
      else if ((event.key === "Enter" && !event.shiftKey) || event.key === "Tab") accept(event.currentTarget, chosen);
      else return false;
      return true;
    },
  };
}

const none: readonly Completion[] = [];

/** What finds suggestions, once it is there. */
function useFinder(isWanted: boolean): typeof completionsFor | null {
  const [finder, setFinder] = useState<typeof completionsFor | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    loadTouched().then(
      (touched) => setFinder(() => touched.completionsFor),
      () => undefined,
    );
  }, [isWanted]);
  return finder;
}

function keysOf(completions: readonly Completion[]): readonly string[] {
  return completions.map(({ key }) => key);
}
