import type { TimelineRow } from "@parley/client";
import { startOfDay } from "../words/times.ts";

/** What stands in a conversation, from the top. Keys stay the same while pages come and go. */
export type ListItem =
  | { kind: "day"; key: string; at: number }
  | { kind: "divider"; key: string }
  | { kind: "message"; key: string; row: TimelineRow; isHead: boolean };

export interface ListSource {
  rows: readonly TimelineRow[];
  /** The first unread message on entry: the divider stands before it. */
  dividerSeq: number | null;
  /** Nothing older exists. */
  isStart: boolean;
  /** Rows that have had a head before: they keep it, so that loading what is above moves nothing. */
  kept: ReadonlySet<string>;
}

const RUN_MS = 5 * 60_000;

/**
 * Lays days, the divider and messages out. The same author within five minutes needs no second head (picture and
 * name). The day of the topmost row is named only when nothing older can come before it.
 */
export function listItems({ rows, dividerSeq, isStart, kept }: ListSource): readonly ListItem[] {
  const items: ListItem[] = [];
  let before: TimelineRow | null = null;
  for (const row of rows) {
    const { sentAt, seq } = row.message;
    const isNewDay = before === null ? isStart : startOfDay(before.message.sentAt) !== startOfDay(sentAt);
    if (isNewDay) items.push({ kind: "day", key: `day-${row.key}`, at: sentAt });
    const isDivided = dividerSeq !== null && seq === dividerSeq;
    if (isDivided) items.push({ kind: "divider", key: "divider" });
    const isHead = isNewDay || isDivided || kept.has(row.key) || before === null || !continues(before, row);
    items.push({ kind: "message", key: row.key, row, isHead });
    before = row;
  }
  return items;
}

function continues(before: TimelineRow, row: TimelineRow): boolean {
  return (
    before.message.senderId === row.message.senderId &&
    row.message.replyTo === undefined &&
    row.message.sentAt - before.message.sentAt < RUN_MS
  );
}
