import { scheduledLimits } from "@parley/contract";

/** Why a message cannot wait for this time, in words for its writer; null if it can. */
export function whyNotThen(sendAt: number, now: number): string | null {
  if (sendAt <= now) return "This time has passed. Choose a later one.";
  if (sendAt > now + scheduledLimits.aheadMs) return "Choose a time within a year.";
  return null;
}
