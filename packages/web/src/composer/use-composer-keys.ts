import type { KeyboardEvent } from "react";
import { isComposing, isMod } from "../keys.ts";
import { useClientState } from "../use-client-state.ts";
import { onFormatKey, onNewLine } from "./format-keys.ts";
import type { Completions } from "./use-completions.ts";
import type { useComposer } from "./use-composer.ts";

type Composer = ReturnType<typeof useComposer>;
type AreaKeyEvent = KeyboardEvent<HTMLTextAreaElement>;

/** The keys of the box, in order: the input method's, the suggestions', ours; the rest is the browser's. */
export function useComposerKeys(composer: Composer, completions: Completions): (event: AreaKeyEvent) => void {
  const sendKey = useClientState((state) => state.settings.sendKey);
  return (event) => {
    if (isComposing(event.nativeEvent)) return;
    if (completions.onKey(event) || isOurs(event)) event.preventDefault();
  };

  function isOurs(event: AreaKeyEvent): boolean {
    if (event.key === "Enter") return onEnter(event);
    if (event.key === "Escape" && composer.target !== null) {
      composer.cancel();
      return true;
    }
    if (event.key === "ArrowUp" && composer.value === "" && !event.altKey && !event.shiftKey)
      return composer.editLast();
    return onFormatKey(event);
  }

  function onEnter(event: AreaKeyEvent): boolean {
    const isSending = isMod(event) || (sendKey === "enter" && !event.shiftKey && !event.altKey);
    if (!isSending) return onNewLine(event);
    composer.send();
    return true;
  }
}
