import type { ClientState, TimelineRow } from "@parley/client";
import { hasDisappeared, type MessageId } from "@parley/contract";
import { blockedWords, isBlocked, isOfBlocked } from "../people/blocked.ts";

/** Why a message is not shown itself. */
type Reason = "blocked" | "disappeared";

/** Messages one after the other that are not shown for the same reason. */
export interface HiddenRun {
  readonly reason: Reason;
  readonly key: MessageId;
  readonly count: number;
}

export function whyHidden(state: ClientState, row: TimelineRow, isRevealed: boolean): Reason | null {
  if (!isRevealed && isOfBlocked(row.message, (userId) => isBlocked(state, userId))) return "blocked";
  return hasDisappeared(row.message) ? "disappeared" : null;
}

/** The run with one more message: the one that goes on, or a new one. */
export function runWith(run: HiddenRun | null, reason: Reason, key: MessageId): HiddenRun {
  return run?.reason === reason ? { ...run, count: run.count + 1 } : { reason, key, count: 1 };
}

export function hiddenWords({ reason, count }: HiddenRun): string {
  if (reason === "blocked") return blockedWords(count);
  return `${count} ${count === 1 ? "message" : "messages"} disappeared`;
}
