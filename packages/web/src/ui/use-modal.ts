import { type RefObject, useEffect, useRef } from "react";

/** Opens a native dialog with the first render, closes it with the last; focus returns by hand, because React removes the element. */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element?.open === false) {
      element.showModal();
      firstFocus(element)?.focus();
    }
    // By itself the first button has the focus, which is the one that closes.
    element?.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return dialog;
}

/** Where one types, else what the dialog asks; by itself the browser would choose the button that closes it. */
function firstFocus(dialog: HTMLDialogElement): HTMLElement | null {
  const field = dialog.querySelector<HTMLElement>("input:not([type=radio], [type=checkbox], [readonly]), textarea");
  return field ?? dialog.querySelector<HTMLElement>("button[type=submit]");
}
