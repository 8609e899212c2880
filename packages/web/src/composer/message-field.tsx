import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import { useConversation } from "../messages/conversation-context.ts";
import { useWords } from "../words/use-words.ts";
import styles from "./message-field.module.css";
import { optionId } from "./option-id.ts";
import type { Completions } from "./use-completions.ts";
import type { useComposer } from "./use-composer.ts";
import { usePaste } from "./use-paste.ts";

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
  const paste = usePaste();
  const isOpen = completions.found.length > 0;
  const onInput = (element: HTMLTextAreaElement) => {
    composer.write(element.value);
    completions.look(element);
  };
  useInput(area, (element, typed) => {
    onInput(element);
    if (typed === ":") completions.finish(element);
  });
  return (
    // The same text, unseen, gives the box its height: nothing is measured.
    <div className={styles.grow} data-text={`${value}\n`}>
      <textarea
        ref={area}
        id={useConversation().composerId}
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
        {...paste}
      />
    </div>
  );
}

/**
 * React passes over text that a program put into the box (dictation, input tools, test drivers), because it has seen the
 * value already; the element's own event has not.
 */
function useInput(
  area: RefObject<HTMLTextAreaElement | null>,
  onInput: (element: HTMLTextAreaElement, typed: string | undefined) => void,
): void {
  const latest = useRef(onInput);
  useEffect(() => {
    latest.current = onInput;
  });
  useEffect(() => {
    const element = area.current;
    const listen = (event: Event) => {
      const isTyped = event instanceof InputEvent && /^insert(Composition)?Text$/.test(event.inputType);
      if (element) latest.current(element, isTyped ? event.data?.at(-1) : undefined);
    };
    element?.addEventListener("input", listen);
    return () => element?.removeEventListener("input", listen);
  }, [area]);
}
