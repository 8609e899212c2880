import { momentWords } from "./terms.ts";

/**
 * Why nobody signs in to an account now, in words for its owner; null if they may. `until` is as stored: null for not
 * suspended, 0 for good.
 */
export function whySuspended(until: number | null, now: number): string | null {
  if (!isSuspended(until, now)) return null;
  if (until === 0) return "This account is suspended. Ask the administrators of this server.";
  return `This account is suspended until ${momentWords(until)}.`;
}

/** Whether a suspension, as it is stored, still holds: what is over stays stored. */
export function isSuspended(until: number | null, now: number): until is number {
  return until !== null && (until === 0 || until > now);
}

/** How a suspension that ends then (null: never) is stored. */
export function storedSuspension(until: number | null): number {
  return until ?? 0;
}
