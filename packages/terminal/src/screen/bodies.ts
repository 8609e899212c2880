import { type Message, parseText, plainText } from "@parley/contract";
import { fitted, type Line, span } from "../text/spans.ts";
import { visible } from "../text/visible.ts";
import { hasDisappeared } from "./hidden-runs.ts";
import { type MarkupOptions, markupLines } from "./markup.ts";

interface Kept {
  readonly options: MarkupOptions;
  readonly lines: readonly Line[];
}

/** Lines made before. Keyed by immutable messages, so that nothing in it can be out of date. */
export type Bodies = WeakMap<Message, Kept>;

/** A message's formatted lines; made once for as long as the message and the width stay the same. */
export function bodyLines(bodies: Bodies, message: Message, options: MarkupOptions): readonly Line[] {
  const kept = bodies.get(message);
  if (kept && isSame(kept.options, options)) return kept.lines;
  const lines = markupLines(message.body, options);
  bodies.set(message, { options, lines });
  return lines;
}

function isSame(one: MarkupOptions, other: MarkupOptions): boolean {
  return one.width === other.width && one.isRevealed === other.isRevealed && one.myHandle === other.myHandle;
}

/** What an answer refers to, on one line. */
export function quoteLine(name: string, quoted: Message | undefined, width: number): Line {
  const text = quoted === undefined ? "" : `: ${summary(quoted)}`;
  return [span(fitted(`↪ ${visible(name)}${text}`, width), { isDim: true })];
}

/** A message's text on one line, without markup. */
export function summary(message: Message): string {
  if (message.deletedAt !== undefined) return hasDisappeared(message) ? "(disappeared)" : "(deleted)";
  return visible(plainText(parseText(message.body)));
}
