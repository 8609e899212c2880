import { CalendarDays, ListFilter } from "lucide-react";
import { useEffect } from "react";
import { partnerOf } from "../rooms/room-look.ts";
import { RoomAvatar } from "../rooms/room-row.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { classes } from "../ui/classes.ts";
import { useClientState } from "../use-client-state.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./search-field.module.css";
import type { Suggestion } from "./suggestions.ts";

export interface SuggestionListProps {
  id: string;
  found: readonly Suggestion[];
  chosen: Suggestion | undefined;
  onTake: (suggestion: Suggestion) => void;
}

/** The id of a suggestion's element; the field names the chosen one. */
export function suggestionId(listId: string, suggestion: Suggestion | undefined): string | undefined {
  return suggestion && `${listId}-${suggestion.key}`;
}

/** Under the field, which keeps the focus. */
export function SuggestionList({ id, found, chosen, onTake }: SuggestionListProps) {
  const { search } = useWords();
  const chosenId = suggestionId(id, chosen);
  useEffect(() => {
    if (chosenId) document.getElementById(chosenId)?.scrollIntoView({ block: "nearest" });
  }, [chosenId]);
  return (
    <div id={id} role="listbox" aria-label={search.suggestions} className={styles.list}>
      {found.map((suggestion) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option.
        <div
          key={suggestion.key}
          id={suggestionId(id, suggestion)}
          role="option"
          aria-selected={suggestion === chosen}
          className={classes(styles.option, suggestion === chosen && styles.chosen)}
          // Before the field loses the focus.
          onPointerDown={(event) => {
            event.preventDefault();
            onTake(suggestion);
          }}
        >
          <Sign suggestion={suggestion} />
          <span className={styles.label} dir="auto">
            {suggestion.label}
          </span>
          <span className={styles.detail} dir="auto">
            {suggestion.detail}
          </span>
        </div>
      ))}
    </div>
  );
}

function Sign({ suggestion: { person, room, label, text } }: { suggestion: Suggestion }) {
  const partner = useClientState((state) => room && partnerOf(state, room));
  if (person) return <Avatar name={person.name} seed={person.id} picture={person.avatar} size={24} />;
  if (room) return <RoomAvatar state={room.state} title={label} partner={partner} size={24} />;
  const Icon = /^(?:before|after|on):./.test(text) ? CalendarDays : ListFilter;
  return <Icon size={18} className={styles.sign} aria-hidden="true" />;
}
