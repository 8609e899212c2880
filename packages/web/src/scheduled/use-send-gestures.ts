import { useEffect, useRef } from "react";
import { isComposing, isMod } from "../keys.ts";
import type { Writing } from "./use-schedule.ts";

/** As long as a message is held for its menu. */
const HELD_MS = 450;

/** A right click or a long press on the button that sends, or Mod+Shift+Enter: for what is not sent yet. */
export function useSendGestures(composer: Writing, onOpen: (button: HTMLElement) => void): void {
  const { area, canSend, target } = composer;
  const isOffered = canSend && target?.kind !== "edit";
  const latest = useRef({ isOffered, onOpen });
  useEffect(() => {
    latest.current = { isOffered, onOpen };
  });
  useEffect(() => {
    const field = area.current;
    const form = field?.form;
    if (!form) return undefined;
    const listening = new AbortController();
    // The button is another one whenever there is something to send again: the form is always the same.
    listen(form, listening.signal, (button) => {
      if (latest.current.isOffered) latest.current.onOpen(button);
      return latest.current.isOffered;
    });
    // Told to those who cannot see it.
    field.setAttribute("aria-keyshortcuts", "Control+Shift+Enter");
    return () => {
      listening.abort();
      field.removeAttribute("aria-keyshortcuts");
    };
  }, [area]);
}

function listen(form: HTMLFormElement, signal: AbortSignal, open: (button: HTMLElement) => boolean): void {
  let timer = 0;
  let isHeld = false;
  const buttonOf = ({ target }: Event) =>
    target instanceof Element ? target.closest<HTMLElement>("button[type=submit]") : null;
  const stop = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  const letGo = () => clearTimeout(timer);
  const options = { signal, capture: true };
  form.addEventListener(
    "contextmenu",
    (event) => {
      const button = buttonOf(event);
      if (button && open(button)) stop(event);
    },
    options,
  );
  form.addEventListener(
    "pointerdown",
    (event) => {
      const button = buttonOf(event);
      isHeld = false;
      letGo();
      if (!button || event.pointerType !== "touch") return;
      timer = window.setTimeout(() => {
        isHeld = open(button);
      }, HELD_MS);
    },
    options,
  );
  for (const name of ["pointerup", "pointercancel", "pointerleave"] as const)
    form.addEventListener(name, letGo, options);
  form.addEventListener(
    "click",
    (event) => {
      // The finger that held the button sends nothing when it lifts.
      if (isHeld && buttonOf(event)) stop(event);
      isHeld = false;
    },
    options,
  );
  form.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Enter" || !event.shiftKey || !isMod(event) || isComposing(event)) return;
      const button = form.querySelector<HTMLElement>("button[type=submit]");
      if (button && open(button)) stop(event);
    },
    options,
  );
}
