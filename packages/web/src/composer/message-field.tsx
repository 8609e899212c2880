import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import { useWords } from "../words/use-words.ts";
import styles from "./message-field.module.css";
import { optionId } from "./option-id.ts";
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
  const onInput = (element: HTMLTextAreaElement) => {
    composer.write(element.value);
    completions.look(element);
  };
  useInput(area, onInput);
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
        onChange={(event) => onInput(event.target)}
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

/**
 * React passes over text that a program put into the box (dictation, input tools, test drivers), because it has seen the
 * value already; the element's own event has not.
 */
function useInput(area: RefObject<HTMLTextAreaElement | null>, onInput: (element: HTMLTextAreaElement) => void): void {
  const latest = useRef(onInput);
  useEffect(() => {
    latest.current = onInput;
  });
  useEffect(() => {
    const element = area.current;
    const listen = () => element && latest.current(element);
    element?.addEventListener("input", listen);
    return () => element?.removeEventListener("input", listen);
  }, [area]);
}
