import { useCallback, useEffect, useRef, useState } from "react";

const SETTLE_MS = 300;

/**
 * After a scroll to some row its neighbours are measured and the place is corrected for a few frames, by the row's
 * index: until that is over nothing may be put above it. `isSettled` is false for as long.
 */
export function useSettling(): { isSettled: boolean; unsettle: () => void } {
  const [isSettled, setSettled] = useState(false);
  const timer = useRef(0);
  const unsettle = useCallback(() => {
    clearTimeout(timer.current);
    setSettled(false);
    timer.current = window.setTimeout(() => setSettled(true), SETTLE_MS);
  }, []);
  useEffect(() => {
    unsettle();
    return () => clearTimeout(timer.current);
  }, [unsettle]);
  return { isSettled, unsettle };
}
