import type { TimelineRow } from "@parley/client";
import { hasDisappeared, wasTakenBack } from "@parley/contract";
import { startOfDay } from "../words/times.ts";

/** What stands in a conversation, from the top. Keys stay the same while pages come and go. */
export type ListItem =
  | { kind: "day"; key: string; at: number }
  | { kind: "divider"; key: string }
  | { kind: "message"; key: string; row: TimelineRow; isHead: boolean }
  | { kind: "run"; key: string; why: Collapse; rows: readonly TimelineRow[] };

/** Why rows stand in one line together: their time was over, or I blocked who wrote them. */
export type Collapse = "blocked" | "disappeared";

export interface ListSource {
  rows: readonly TimelineRow[];
  /** The first unread message on entry: the divider stands before it. */
  dividerSeq: number | null;
  /** Nothing older exists. */
  isStart: boolean;
  /** Rows that have had a head before: they keep it, so that loading what is above moves nothing. */
  kept: ReadonlySet<string>;
  /** Rows with the same reason, one after the other, are one line. By itself: those that have disappeared. */
  collapse?: (row: TimelineRow) => Collapse | null;
}

const RUN_MS = 5 * 60_000;

/**
 * Lays days, the divider and messages out. The same author within five minutes needs no second head (picture and
 * name). The day of the topmost row is named only when nothing older can come before it.
 */
export function listItems({ rows, dividerSeq, isStart, kept, collapse = collapsed }: ListSource): readonly ListItem[] {
  const items: ListItem[] = [];
  let before: TimelineRow | null = null;
  let run: TimelineRow[] = [];
  let isDividerNext = false;
  for (const row of rows) {
    const { sentAt, seq } = row.message;
    if (dividerSeq !== null && seq === dividerSeq) isDividerNext = true;
    if (wasTakenBack(row.message) && !hasThread(row)) continue;
    const isNewDay = before === null ? isStart : startOfDay(before.message.sentAt) !== startOfDay(sentAt);
    if (isNewDay) items.push({ kind: "day", key: `day-${row.key}`, at: sentAt });
    const isDivided = isDividerNext;
    isDividerNext = false;
    if (isDivided) items.push({ kind: "divider", key: "divider" });
    const why = collapse(row);
    const last = items.at(-1);
    if (why === null) {
      const isFirst = isNewDay || isDivided || last?.kind === "run" || kept.has(row.key);
      items.push({ kind: "message", key: row.key, row, isHead: isFirst || !continues(before, row) });
    } else if (last?.kind === "run" && last.why === why) run.push(row);
    else {
      run = [row];
      items.push({ kind: "run", key: `run-${row.key}`, why, rows: run });
    }
    before = row;
  }
  return items;
}

/** The highest seq that an item shows or stands for; 0 for none. */
export function lastSeqOf(item: ListItem | undefined): number {
  if (item?.kind === "message") return item.row.message.seq;
  return item?.kind === "run" ? (item.rows.at(-1)?.message.seq ?? 0) : 0;
}

/** Whether an item shows, or stands for, the message with this seq. */
export function holdsSeq(item: ListItem, seq: number): boolean {
  if (item.kind === "message") return item.row.message.seq === seq;
  return item.kind === "run" && item.rows.some(({ message }) => message.seq === seq);
}

function collapsed(row: TimelineRow): Collapse | null {
  return hasDisappeared(row.message) && !hasThread(row) ? "disappeared" : null;
}

/** What was said in its thread may not have disappeared yet. */
export function hasThread({ message }: TimelineRow): boolean {
  return message.thread !== undefined && message.thread.count > 0;
}

function continues(before: TimelineRow | null, row: TimelineRow): boolean {
  return (
    before !== null &&
    before.message.senderId === row.message.senderId &&
    row.message.replyTo === undefined &&
    row.message.sentAt - before.message.sentAt < RUN_MS
  );
}
