import { Search, X } from "lucide-react";
import { type KeyboardEvent, type RefObject, useEffect, useId } from "react";
import { isComposing } from "../keys.ts";
import { IconButton } from "../ui/button.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { useWords } from "../words/use-words.ts";
import styles from "./search-field.module.css";
import { SuggestionList, suggestionId } from "./suggestion-list.tsx";
import type { SearchQuery } from "./use-search-query.ts";
import { type Suggestions, useSuggestions } from "./use-suggestions.ts";

export interface SearchFieldProps {
  query: SearchQuery;
  field: RefObject<HTMLInputElement | null>;
  /** It is worth remembering. */
  onKeep: () => void;
  toResults: () => void;
}

/** Words and operators; what an operator takes is suggested below. */
export function SearchField({ query, field, onKeep, toResults }: SearchFieldProps) {
  const { search } = useWords();
  const id = useId();
  const suggestions = useSuggestions(query, field);
  const { found, active, unfinished } = suggestions;
  const { setUnfinished } = query;
  useEffect(() => setUnfinished(unfinished), [setUnfinished, unfinished]);
  return (
    <search className={styles.search}>
      <div className={styles.box}>
        <Search size={18} aria-hidden="true" />
        <input
          ref={field}
          className={styles.input}
          role="combobox"
          aria-label={search.field}
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={suggestionId(`${id}-list`, found[active])}
          aria-invalid={query.problem !== null}
          enterKeyHint="search"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          dir="auto"
          placeholder={search.field}
          value={query.text}
          onChange={(event) => {
            query.setText(event.target.value);
            suggestions.look();
          }}
          onKeyDown={keysOf({ suggestions, onKeep, toResults })}
          onKeyUp={(event) => isMove(event.key) && suggestions.look()}
          onClick={suggestions.look}
          onBlur={suggestions.close}
        />
        {query.text !== "" && (
          <IconButton
            isSmall
            label={search.clear}
            icon={<X size={16} />}
            onClick={() => {
              query.setText("");
              field.current?.focus();
            }}
          />
        )}
      </div>
      {found.length > 0 && (
        <SuggestionList id={`${id}-list`} found={found} chosen={found[active]} onTake={suggestions.take} />
      )}
      <VisuallyHidden>
        <span role="status">{found.length > 0 && search.suggested(found.length)}</span>
      </VisuallyHidden>
    </search>
  );
}

/** The caret may stand in another word afterwards. */
function isMove(key: string): boolean {
  return ["ArrowLeft", "ArrowRight", "Home", "End"].includes(key);
}

interface Keys {
  suggestions: Suggestions;
  onKeep: () => void;
  toResults: () => void;
}

/** First the suggestions, then what was found. */
function keysOf({ suggestions, onKeep, toResults }: Keys) {
  const { found, active } = suggestions;
  return (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return;
    const isOpen = found.length > 0;
    if (event.key === "ArrowDown") isOpen ? suggestions.move(1) : toResults();
    else if (event.key === "ArrowUp" && isOpen) suggestions.move(-1);
    else if (event.key === "Escape" && isOpen) suggestions.close();
    else if (["Enter", "Tab"].includes(event.key) && isOpen && active >= 0) suggestions.take(found[active]);
    else if (event.key === "Enter") {
      suggestions.close();
      onKeep();
    } else return;
    event.preventDefault();
  };
}
