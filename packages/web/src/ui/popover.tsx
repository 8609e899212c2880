import { type ReactNode, type RefObject, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import styles from "./popover.module.css";
import { type PopoverPlace, useCloseOutside, useHost, usePlacement, useReturnOfFocus } from "./use-popover.ts";

export interface PopoverProps {
  /** The accessible name. */
  label: string;
  at: PopoverPlace;
  onClose: () => void;
  children: ReactNode;
}

/** Something to look at and to act on beside what it is about; on a phone, a sheet. Esc and a press elsewhere close it. */
export function Popover({ label, at, onClose, children }: PopoverProps) {
  const box = useRef<HTMLDivElement>(null);
  const host = useHost(at);
  useReturnOfFocus(box);
  usePlacement(box, at);
  useCloseOutside(box, onClose);
  useHeldFocus(box);
  return createPortal(
    <div
      ref={box}
      popover="manual"
      role="dialog"
      tabIndex={-1}
      aria-label={label}
      className={styles.popover}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
      onBlur={(event) => {
        const { currentTarget, relatedTarget } = event;
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) onClose();
      }}
    >
      {children}
    </div>,
    host,
  );
}

/** From the start, and whenever the control that had the focus goes, as one does that has done its work. */
function useHeldFocus(box: RefObject<HTMLDivElement | null>): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const focus = () => element.focus({ preventScroll: true });
    focus();
    const changes = new MutationObserver(() => document.activeElement === document.body && focus());
    changes.observe(element, { childList: true, subtree: true });
    return () => changes.disconnect();
  }, [box]);
}
