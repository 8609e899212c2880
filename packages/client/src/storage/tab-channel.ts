/** A word to the other tabs on the same storage. Unlike timers, it reaches hidden tabs at once. */
export interface TabChannel {
  tell(): void;
  listen(listener: () => void): () => void;
  close(): void;
}

export function tabChannel(name: string): TabChannel {
  const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(name) : null;
  const listeners = new Set<() => void>();
  const hear = () => {
    for (const listener of [...listeners]) listener();
  };
  channel?.addEventListener("message", hear);
  return {
    tell: () => channel?.postMessage(null),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => channel?.close(),
  };
}
