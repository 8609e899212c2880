import { useSyncExternalStore } from "react";

/** What stands after the `#`: links carry their secret there, because it is never sent to a server or written to its log. */
export function useFragment(): string {
  return useSyncExternalStore(subscribe, () => location.hash.slice(1));
}

function subscribe(listener: () => void): () => void {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
}
