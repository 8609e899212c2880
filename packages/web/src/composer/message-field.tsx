import type { KeyboardEvent } from "react";
import { useWords } from "../words/use-words.ts";
import { optionId } from "./completion-list.tsx";
import styles from "./message-field.module.css";
import type { Completions } from "./use-completions.ts";
import type { useComposer } from "./use-composer.ts";

export interface MessageFieldProps {
  composer: ReturnType<typeof useComposer>;
  completions: Completions;
  listId: string;
  placeholder: string;
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}

/**
 * The text box. It stays a text box while suggestions are open (it names the active one), because its role must not
 * change under the person who writes in it.
 */
export function MessageField({ composer, completions, listId, placeholder, onKeyDown }: MessageFieldProps) {
  const words = useWords();
  const { area, value } = composer;
  const isOpen = completions.found.length > 0;
  return (
    // The same text, unseen, gives the box its height: nothing is measured.
    <div className={styles.grow} data-text={`${value}\n`}>
      <textarea
        ref={area}
        id="composer"
        className={styles.text}
        rows={1}
        dir="auto"
        value={value}
        placeholder={placeholder}
        aria-label={words.composer.label}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? optionId(listId, completions.chosen) : undefined}
        enterKeyHint="send"
        autoComplete="off"
        onChange={(event) => {
          composer.write(event.target.value);
          completions.look(event.target);
        }}
        onSelect={(event) => completions.look(event.currentTarget)}
        onBlur={() => {
          completions.close();
          composer.stopTyping();
        }}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
