import type { TimelineRow } from "@parley/client";
import type { Poll } from "@parley/contract";

/** What of a conversation is a poll. */
export interface PollProps {
  row: TimelineRow;
  poll: Poll;
  isTabStop: boolean;
}
