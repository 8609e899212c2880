import { scheduledLimits } from "@parley/contract";

/** Whoever takes back that a message waits finds its files for so long, if they think again. */
export const secondThoughtsMs = 60_000;

/** Why a message cannot wait for this time, in words for its writer; null if it can. */
export function whyNotThen(sendAt: number, now: number): string | null {
  if (sendAt <= now) return "This time has passed. Choose a later one.";
  if (sendAt > now + scheduledLimits.aheadMs) return "Choose a time within a year.";
  return null;
}
