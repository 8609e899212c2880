import type { ClientState } from "@parley/client";
import { Search } from "lucide-react";
import { type KeyboardEvent, useCallback, useEffect, useId, useState } from "react";
import { useLocation } from "wouter";
import { useClient } from "../client-context.ts";
import { isComposing } from "../keys.ts";
import { useSearchPlace } from "../search/search-place.ts";
import { useToast } from "../ui/toast.tsx";
import { useModal } from "../ui/use-modal.ts";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { useClientState } from "../use-client-state.ts";
import { errorText } from "../words/error-text.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { type Candidate, candidates } from "./candidates.ts";
import styles from "./switcher.module.css";
import { SwitcherOption } from "./switcher-option.tsx";

/** Ctrl/⌘+K: type a few letters, press Enter, be there. */
export function Switcher({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const listId = useId();
  const dialog = useModal();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const found = useClientState(
    useCallback((state: ClientState) => candidates(state, query), [query]),
    sameCandidates,
  );
  const places = found.filter(({ kind }) => kind !== "search").length;
  const go = useGo(onClose);
  const chosen = found[Math.min(at, found.length - 1)];
  useEffect(() => {
    if (chosen) document.getElementById(`${listId}-${chosen.key}`)?.scrollIntoView({ block: "nearest" });
  }, [chosen, listId]);
  const onKeyDown = keysOf({ at, setAt, count: found.length, onEnter: () => chosen && go(chosen) });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the dialog's own key for the same.
    <dialog
      ref={dialog}
      className={styles.switcher}
      aria-label={words.rooms.switcher}
      onCancel={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className={styles.field}>
        <Search size={18} aria-hidden="true" />
        <input
          className={styles.input}
          role="combobox"
          aria-label={words.rooms.switcher}
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={chosen && `${listId}-${chosen.key}`}
          placeholder={words.rooms.switcherHint}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={listId} role="listbox" aria-label={words.rooms.switcher} className={styles.list}>
        {found.map((candidate) => (
          <SwitcherOption
            key={candidate.key}
            id={`${listId}-${candidate.key}`}
            candidate={candidate}
            isChosen={candidate === chosen}
            onSelect={() => go(candidate)}
          />
        ))}
      </div>
      {places === 0 && <p className={styles.none}>{words.deeds.switcherNone}</p>}
      <VisuallyHidden>
        <span role="status">{words.deeds.switcherResults(places)}</span>
      </VisuallyHidden>
    </dialog>
  );
}

/** Up and down around the ends, and Enter; the rest is typing. */
function keysOf(list: { at: number; setAt: (at: number) => void; count: number; onEnter: () => void }) {
  return (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const count = Math.max(1, list.count);
    if (event.key === "ArrowDown") list.setAt((list.at + 1) % count);
    else if (event.key === "ArrowUp") list.setAt((list.at + count - 1) % count);
    else if (event.key === "Enter") list.onEnter();
    else return;
    event.preventDefault();
  };
}

function useGo(onClose: () => void): (candidate: Candidate) => void {
  const client = useClient();
  const words = useWords();
  const language = useLanguage();
  const toast = useToast();
  const [, navigate] = useLocation();
  const { open: search } = useSearchPlace();
  return (candidate) => {
    onClose();
    if (candidate.kind === "search") {
      search({ text: candidate.title });
      return;
    }
    if (candidate.kind === "room") {
      navigate(`/r/${candidate.key}`);
      return;
    }
    client.call("room:create-direct", { userIds: [candidate.key] }).then(
      ({ room }) => navigate(`/r/${room.id}`),
      (error: unknown) => toast({ text: errorText(words, language, error) }),
    );
  };
}

function sameCandidates(a: readonly Candidate[], b: readonly Candidate[]): boolean {
  const same = (one: Candidate, other: Candidate | undefined) =>
    one.key === other?.key && one.title === other.title && one.kind === other.kind && unreadOf(one) === unreadOf(other);
  return a.length === b.length && a.every((candidate, at) => same(candidate, b[at]));
}

function unreadOf(candidate: Candidate): number {
  return candidate.kind === "room" ? candidate.entry.state.unread : 0;
}
