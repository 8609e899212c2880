import { limits } from "@parley/contract";

/** Whether a client at `sinceRev` can be told what changed, or must load the room anew. */
export function needsReset(sinceRev: number, lastRev: number): boolean {
  // A rev of the future is one that a restored backup or a power cut has taken back.
  return sinceRev > lastRev || lastRev - sinceRev > limits.resyncRevs;
}
