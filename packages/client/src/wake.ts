/** Calls `listener` when a browser says that the network is back or the page is seen again. Elsewhere nothing does. */
export function onWake(listener: () => void): () => void {
  return onAny(["online", "visibilitychange", "focus"], listener);
}

/**
 * Calls `listener` when a browser is about to put the page aside or throw it away: timers of a hidden page may never
 * run. Also when it is seen again, which costs nothing where nothing has changed.
 */
export function onPutAside(listener: () => void): () => void {
  return onAny(["visibilitychange", "pagehide"], listener);
}

function onAny(names: readonly string[], listener: () => void): () => void {
  const target: Partial<Pick<EventTarget, "addEventListener" | "removeEventListener">> = globalThis;
  for (const name of names) target.addEventListener?.(name, listener);
  return () => {
    for (const name of names) target.removeEventListener?.(name, listener);
  };
}
