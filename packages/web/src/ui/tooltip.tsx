import { useEffect, useRef, useState } from "react";
import styles from "./tooltip.module.css";

const DELAY_MS = 450;

/**
 * One for the whole page: shows what `data-tooltip` of the element under the pointer, or with the keyboard's focus, says.
 * The same words are that element's accessible name already, so this one is hidden from screen readers.
 */
export function TooltipHost() {
  const [target, setTarget] = useState<HTMLElement | null>(null);
  const tip = useRef<HTMLDivElement>(null);
  useTooltipTarget(setTarget);
  useEffect(() => {
    const element = tip.current;
    if (!element || !target) return;
    element.showPopover();
    place(element, target.getBoundingClientRect());
  }, [target]);
  if (!target) return null;
  return (
    <div ref={tip} popover="manual" className={styles.tooltip} aria-hidden="true">
      {target.dataset.tooltip}
    </div>
  );
}

function place(tip: HTMLElement, box: DOMRect): void {
  const x = Math.max(4, Math.min(box.left + box.width / 2 - tip.offsetWidth / 2, innerWidth - tip.offsetWidth - 4));
  const above = box.top - tip.offsetHeight - 6;
  tip.style.setProperty("--tip-x", `${x}px`);
  tip.style.setProperty("--tip-y", `${above < 4 ? box.bottom + 6 : above}px`);
}

function useTooltipTarget(show: (target: HTMLElement | null) => void): void {
  useEffect(() => {
    let timer = 0;
    const leave = () => {
      clearTimeout(timer);
      show(null);
    };
    const enter = (event: Event, delayMs: number) => {
      leave();
      const target = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-tooltip]") : null;
      if (target) timer = window.setTimeout(() => target.isConnected && show(target), delayMs);
    };
    const over = (event: PointerEvent) => {
      // Whoever holds a button down is doing something.
      if (event.pointerType === "mouse" && event.buttons === 0) enter(event, DELAY_MS);
    };
    const focus = (event: FocusEvent) => {
      if (event.target instanceof Element && event.target.matches(":focus-visible")) enter(event, DELAY_MS);
    };
    const leaving = ["pointerdown", "keydown", "focusout", "scroll"] as const;
    document.addEventListener("pointerover", over);
    document.addEventListener("focusin", focus);
    for (const name of leaving) document.addEventListener(name, leave, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("pointerover", over);
      document.removeEventListener("focusin", focus);
      for (const name of leaving) document.removeEventListener(name, leave, true);
    };
  }, [show]);
}
