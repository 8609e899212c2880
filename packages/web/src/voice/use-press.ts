import { useEffect, useRef, useState } from "react";
import type { Press } from "./press.ts";

/** A finger, pen or mouse that came down on the button, and where and when (`performance.now()`). */
export interface Pointer {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

export interface PressListener {
  onMove(press: Press): void;
  onRelease(press: Press): void;
}

/** Follows a pointer that is held, wherever it goes, until it is let go. Answers where it is; null when it is nowhere. */
export function usePress(button: HTMLElement, pointer: Pointer | null, listener: PressListener): Press | null {
  const [press, setPress] = useState<Press | null>(pointer && { dx: 0, dy: 0, heldMs: 0 });
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => {
    if (pointer === null) return undefined;
    const listening = new AbortController();
    const { signal } = listening;
    const pressOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Press => ({
      dx: clientX - pointer.x,
      dy: clientY - pointer.y,
      heldMs: performance.now() - pointer.at,
    });
    const isOurs = (event: PointerEvent) => event.pointerId === pointer.id;
    const move = (event: PointerEvent) => {
      if (!isOurs(event)) return;
      setPress(pressOf(event));
      latest.current.onMove(pressOf(event));
    };
    const release = (event: PointerEvent) => {
      if (!isOurs(event)) return;
      listening.abort();
      setPress(null);
      latest.current.onRelease(pressOf(event));
    };
    button.addEventListener("pointermove", move, { signal });
    button.addEventListener("pointerup", release, { signal });
    button.addEventListener("pointercancel", release, { signal });
    // It was let go before there was anybody to see it.
    if (!button.hasPointerCapture(pointer.id)) {
      setPress(null);
      latest.current.onRelease({ dx: 0, dy: 0, heldMs: 0 });
    }
    return () => listening.abort();
  }, [button, pointer]);
  return press;
}
