import { type PointerEvent, useRef } from "react";

const TURN_PX = 60;
const CLOSE_PX = 100;

export interface Swipes {
  onNext: () => void;
  onPrevious: () => void;
  /** Downwards. */
  onClose: () => void;
  /** Fingers move the picture itself. */
  isOff: boolean;
}

/** A finger drawn over the screen. */
export function useSwipe({ onNext, onPrevious, onClose, isOff }: Swipes) {
  const from = useRef<{ x: number; y: number } | null>(null);
  return {
    onPointerDown: (event: PointerEvent) => {
      from.current = event.isPrimary && event.pointerType === "touch" ? { x: event.clientX, y: event.clientY } : null;
    },
    onPointerUp: (event: PointerEvent) => {
      const begun = from.current;
      from.current = null;
      if (begun === null || isOff) return;
      const [along, down] = [event.clientX - begun.x, event.clientY - begun.y];
      if (Math.abs(along) > TURN_PX && Math.abs(along) > Math.abs(down)) (along < 0 ? onNext : onPrevious)();
      else if (down > CLOSE_PX) onClose();
    },
    onPointerCancel: () => {
      from.current = null;
    },
  };
}
