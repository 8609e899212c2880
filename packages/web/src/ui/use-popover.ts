import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";

/** A point on the screen, or the element that opened it. */
export type PopoverPlace = { x: number; y: number } | HTMLElement;

const MARGIN = 8;

/**
 * Inside the landmark that it belongs to, and inside a modal dialog, where it would be out of reach otherwise. For good:
 * what opened it may go while it is open, and elsewhere it would be another element, which nobody has shown.
 */
export function useHost(at: PopoverPlace): Element {
  const [host] = useState(() => {
    const around = at instanceof HTMLElement ? at.closest("dialog, main, nav, aside") : document.querySelector("main");
    return around ?? document.body;
  });
  return host;
}

/** Opens in the top layer, at the point or by the element. When what it holds changes, it moves only if it must. */
export function usePlacement(box: RefObject<HTMLDivElement | null>, at: PopoverPlace): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    element.showPopover();
    place(element, at);
    const sizes = new ResizeObserver(() => keepInside(element));
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [box, at]);
}

/** The focus goes back to where it was, unless it has gone elsewhere meanwhile. */
export function useReturnOfFocus(box: RefObject<HTMLDivElement | null>): void {
  const before = useRef(document.activeElement);
  useEffect(() => {
    const element = box.current;
    const opener = before.current;
    return () => {
      const isLost = document.activeElement === document.body || element?.contains(document.activeElement);
      if (isLost && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, [box]);
}

export function useCloseOutside(box: RefObject<HTMLDivElement | null>, onClose: () => void): void {
  useEffect(() => {
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && box.current?.contains(event.target)) return;
      onClose();
    };
    document.addEventListener("pointerdown", onPointer, true);
    addEventListener("blur", onClose);
    return () => {
      document.removeEventListener("pointerdown", onPointer, true);
      removeEventListener("blur", onClose);
    };
  }, [box, onClose]);
}

function place(element: HTMLElement, at: PopoverPlace): void {
  const size = { width: element.offsetWidth, height: element.offsetHeight };
  const wanted = at instanceof HTMLElement ? under(at, size) : at;
  const x = Math.max(MARGIN, Math.min(wanted.x, innerWidth - size.width - MARGIN));
  const y = Math.max(MARGIN, Math.min(wanted.y, innerHeight - size.height - MARGIN));
  element.style.setProperty("--popover-x", `${x}px`);
  element.style.setProperty("--popover-y", `${y}px`);
}

function keepInside(element: HTMLElement): void {
  const lowest = Math.max(MARGIN, innerHeight - element.offsetHeight - MARGIN);
  const now = Number.parseFloat(element.style.getPropertyValue("--popover-y"));
  if (now > lowest) element.style.setProperty("--popover-y", `${lowest}px`);
}

/** Below the element and flush with its end; above it where there is no room. */
function under(element: HTMLElement, size: { width: number; height: number }): { x: number; y: number } {
  const box = element.getBoundingClientRect();
  const isLeft = box.left + box.width / 2 < innerWidth / 2;
  const below = box.bottom + 4;
  return {
    x: isLeft ? box.left : box.right - size.width,
    y: below + size.height > innerHeight - MARGIN ? box.top - size.height - 4 : below,
  };
}
