import type { ClientState, TimelineRow } from "@parley/client";
import type { Message, MessageId } from "@parley/contract";
import { blockedWords, isBlocked } from "../people/blocked.ts";

/** Why a message is not shown itself. */
type Reason = "blocked" | "disappeared";

/** Messages one after the other that are not shown for the same reason. */
export interface HiddenRun {
  readonly reason: Reason;
  readonly key: MessageId;
  readonly count: number;
}

/** A message that disappeared by itself, in its time. */
export const hasDisappeared = ({ deletedAt, expiresAt }: Message): boolean =>
  deletedAt !== undefined && expiresAt !== undefined;

export function whyHidden(state: ClientState, row: TimelineRow, isRevealed: boolean): Reason | null {
  if (!isRevealed && isBlocked(state, row.message.senderId)) return "blocked";
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
