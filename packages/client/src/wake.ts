/** Calls `listener` when a browser says that the network is back or the page is seen again. Elsewhere nothing does. */
export function onWake(listener: () => void): () => void {
  const target: Partial<Pick<EventTarget, "addEventListener" | "removeEventListener">> = globalThis;
  const names = ["online", "visibilitychange", "focus"];
  for (const name of names) target.addEventListener?.(name, listener);
  return () => {
    for (const name of names) target.removeEventListener?.(name, listener);
  };
}
