import type { Message } from "@parley/contract";
import { besideWords } from "../files/words.ts";
import { linkWords } from "../links/words.ts";
import { fitted, type Line, span } from "../text/spans.ts";
import { summary } from "../text/summary.ts";
import { visible } from "../text/visible.ts";
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
  const beside = besideWords(message).map((words) => [span(fitted(words, options.width), { color: "cyan" })]);
  const isBare = beside.length > 0 && message.body === "";
  const link = linkWords(message.preview);
  const linked = link === undefined ? [] : [[span(fitted(link, options.width), { color: "cyan" as const })]];
  const lines = isBare ? beside : [...beside, ...markupLines(message.body, options), ...linked];
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
