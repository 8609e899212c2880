import { momentWords } from "./terms.ts";

/**
 * Why nobody signs in to an account now, in words for its owner; null if they may. `until` is as stored: null for not
 * suspended, 0 for good.
 */
export function whySuspended(until: number | null, now: number): string | null {
  if (until === null) return null;
  if (until === 0) return "This account is suspended. Ask the administrators of this server.";
  return until > now ? `This account is suspended until ${momentWords(until)}.` : null;
}

/** How a suspension that ends then (null: never) is stored. */
export function storedSuspension(until: number | null): number {
  return until ?? 0;
}
