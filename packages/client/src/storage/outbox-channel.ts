/** Tells other tabs on the same storage that the outbox has changed. */
export interface OutboxChannel {
  tell(): void;
  listen(listener: () => void): () => void;
  close(): void;
}

export function outboxChannel(name: string): OutboxChannel {
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
