import type { MessageId } from "@parley/contract";
import type { ConversationLine } from "./conversation.ts";

/**
 * Where the view ends: at the newest line, or at a line of some message, counted from that message's first. What comes
 * or is loaded elsewhere then moves nothing on the screen.
 */
export type Scroll =
  | { readonly kind: "newest" }
  | { readonly kind: "at"; readonly key: MessageId; readonly line: number };

export const newest: Scroll = { kind: "newest" };

/** The index behind the last line in view. */
function endOf(lines: readonly ConversationLine[], scroll: Scroll): number {
  if (scroll.kind === "newest") return lines.length;
  const first = lines.findIndex(({ key }) => key === scroll.key);
  return first < 0 ? lines.length : Math.min(lines.length, first + scroll.line + 1);
}

/** The lines in view. With fewer lines than rows above the end, the view begins at the first. */
export function inView(lines: readonly ConversationLine[], scroll: Scroll, height: number) {
  const end = Math.min(lines.length, Math.max(endOf(lines, scroll), height));
  return lines.slice(Math.max(0, end - height), end);
}

export interface Scrolled {
  readonly scroll: Scroll;
  /** How many lines are above the view now. */
  readonly above: number;
}

/** The view `by` lines further down, or up when negative; never beyond the first line. */
export function scrolledBy(
  lines: readonly ConversationLine[],
  view: { readonly scroll: Scroll; readonly height: number },
  by: number,
): Scrolled {
  const end = Math.max(Math.min(view.height, lines.length), endOf(lines, view.scroll) + by);
  const above = Math.max(0, end - view.height);
  return { scroll: end >= lines.length ? newest : scrollTo(lines, end - 1), above };
}

/** The view that puts a message in the middle, if it is loaded. */
export function centred(lines: readonly ConversationLine[], key: MessageId, height: number): Scroll {
  const first = lines.findIndex((line) => line.key === key);
  if (first < 0) return newest;
  const last = first + Math.floor(height / 2);
  return last >= lines.length - 1 ? newest : scrollTo(lines, last);
}

/** A separator has no message of its own: the view then ends at the line before it. */
function scrollTo(lines: readonly ConversationLine[], last: number): Scroll {
  let at = last;
  while (at > 0 && lines[at]?.key === null) at -= 1;
  const key = lines[at]?.key;
  if (!key) return newest;
  return { kind: "at", key, line: at - lines.findIndex((line) => line.key === key) };
}
