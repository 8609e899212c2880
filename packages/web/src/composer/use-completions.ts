import type { ClientState, RoomEntry } from "@parley/client";
import { type KeyboardEvent, useCallback, useEffect, useState } from "react";
import { useClient } from "../client-context.ts";
import { useConversation } from "../messages/conversation-context.ts";
import { useVisitState } from "../messages/visit.ts";
import { loadEmojiCodes, loadTouched } from "../screens.ts";
import { sameItems, useClientState } from "../use-client-state.ts";
import { useLanguage } from "../words/use-words.ts";
import { type Completion, type CompletionToken, tokenAt } from "./completion.ts";
import type { completionsFor } from "./completions-for.ts";
import { replaceRange } from "./text-edits.ts";

export interface Completions {
  readonly found: readonly Completion[];
  readonly chosen: Completion | undefined;
  /** Looks at what stands before the caret. */
  readonly look: (area: HTMLTextAreaElement) => void;
  /** After a colon was typed: a whole `:code:` before the caret becomes its emoji. */
  readonly finish: (area: HTMLTextAreaElement) => void;
  readonly close: () => void;
  readonly accept: (area: HTMLTextAreaElement, completion: Completion) => void;
  /** Answers whether the key was for the list. */
  readonly onKey: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
}

/** Suggestions for the `@name`, `#room` or `:emoji:` being written. */
export function useCompletions(entry: RoomEntry): Completions {
  const client = useClient();
  const [token, setToken] = useVisitState<CompletionToken | null>(useConversation().visit, null);
  const [at, setAt] = useState(0);
  const language = useLanguage();
  const finder = useFinder(token?.sign, language);
  const found = useClientState(
    useCallback(
      (state: ClientState) => (token === null || finder === null ? none : finder(state, entry, token)),
      [token, entry, finder],
    ),
    (a, b) => sameItems(keysOf(a), keysOf(b)),
  );
  const ofId = entry.state.room.thread?.roomId ?? entry.state.room.id;
  const needsMembers = token?.sign === "@" && entry.members === null;
  useEffect(() => {
    // Without them there is nothing to suggest, and nothing is lost either.
    if (needsMembers) client.loadMembers(ofId).catch(() => undefined);
  }, [client, needsMembers, ofId]);
  const chosen = found[Math.min(at, found.length - 1)];
  const close = () => setToken(null);
  const accept = (area: HTMLTextAreaElement, completion: Completion) => {
    if (token === null) return;
    replaceRange(area, { start: token.start, end: area.selectionStart }, `${completion.text} `);
    completion.onAccept?.();
    close();
  };
  return {
    found,
    chosen,
    close,
    accept,
    finish: (area) => {
      if (!isCode(area)) return;
      loadEmojiCodes()
        .then(({ emojiCodes }) => emojiCodes(language))
        .then(
          (codes) => isCode(area) && codes.finish(area, client.getState()),
          () => undefined,
        );
    },
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

function isCode({ value, selectionStart }: HTMLTextAreaElement): boolean {
  return /:[\p{L}\p{N}_+-]+:$/u.test(value.slice(0, selectionStart));
}

const none: readonly Completion[] = [];

type Finder = typeof completionsFor;

/** What finds suggestions, once it is there. */
function useFinder(sign: CompletionToken["sign"] | undefined, language: string): Finder | null {
  const [found, setFound] = useState<{ sign: string; finder: Finder } | null>(null);
  useEffect(() => {
    if (sign === undefined) return;
    loadFinder(sign, language).then(
      (finder) => setFound({ sign, finder }),
      () => undefined,
    );
  }, [sign, language]);
  return found !== null && found.sign === sign ? found.finder : null;
}

async function loadFinder(sign: CompletionToken["sign"], language: string): Promise<Finder> {
  if (sign !== ":") return (await loadTouched()).completionsFor;
  return (await (await loadEmojiCodes()).emojiCodes(language)).find;
}

function keysOf(completions: readonly Completion[]): readonly string[] {
  return completions.map(({ key }) => key);
}
