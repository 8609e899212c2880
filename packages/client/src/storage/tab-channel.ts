/** A word to the other tabs on the same storage. Unlike timers, it reaches hidden tabs at once. */
export interface TabChannel<T = void> {
  tell(word: T): void;
  listen(listener: (word: T) => void): () => void;
  close(): void;
}

export function tabChannel<T = void>(name: string): TabChannel<T> {
  const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(name) : null;
  const listeners = new Set<(word: T) => void>();
  const hear = ({ data }: MessageEvent<T>) => {
    for (const listener of [...listeners]) listener(data);
  };
  channel?.addEventListener("message", hear);
  return {
    tell: (word) => channel?.postMessage(word),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => channel?.close(),
  };
}
