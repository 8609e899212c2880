import { type ClientState, type RoomEntry, shownReactions, type TimelineRow, tick, timeline } from "@parley/client";
import { shownVotes } from "@parley/client/pending-votes";
import { asOf, type Message, type MessageId, wasTakenBack } from "@parley/contract";
import type { Linked } from "../links/linked-messages.ts";
import { availabilitySign } from "../people/availability.ts";
import { isBlocked, isOfBlocked } from "../people/blocked.ts";
import { forwardedWords } from "../people/forwarded.ts";
import { pictureLines } from "../pictures/place.ts";
import { pollLines } from "../polls/words.ts";
import { EXPIRY_SIGN } from "../text/duration.ts";
import { fitted, type Line, lineWidth, type Span, span, widthOf } from "../text/spans.ts";
import { clockTime, dayKey, dayName } from "../text/time.ts";
import { visible } from "../text/visible.ts";
import { type Bodies, bodyLines, quoteLine } from "./bodies.ts";
import { type HiddenRun, hiddenWords, runWith, whyHidden } from "./hidden-runs.ts";
import { linkedLines } from "./linked-lines.ts";
import { colorOf } from "./name-color.ts";
import { wrapped } from "./wrap.ts";

/** One line of the conversation, and the message that it belongs to. */
export interface ConversationLine {
  readonly line: Line;
  /** Null for separators. */
  readonly key: MessageId | null;
}

export interface ConversationOptions {
  readonly state: ClientState;
  readonly entry: RoomEntry;
  readonly width: number;
  readonly isRevealed: boolean;
  readonly bodies: Bodies;
  readonly hasPictures: boolean;
  readonly linked: Linked;
  /** Epoch ms. */
  readonly now: number;
}

/** One's messages within this time stand under one name. */
const groupMs = 5 * 60_000;
const dim = { isDim: true };

/** The loaded part of a room's conversation as lines, oldest first. */
export function conversationLines(options: ConversationOptions): ConversationLine[] {
  const { state, entry } = options;
  const numberWidth = Math.max(3, String(entry.state.lastSeq).length);
  const lines: ConversationLine[] = [];
  let previous: Message | undefined;
  let run: HiddenRun | null = null;
  for (const row of timeline(state, entry.state.room.id).map((stored) => rowAsOf(stored, options.now))) {
    if (wasTakenBack(row.message)) continue;
    const between = separators(options, row.message, previous);
    const reason = whyHidden(state, row, options.isRevealed);
    lines.push(...between);
    if (reason) {
      const known: HiddenRun | null = between.length === 0 ? run : null;
      run = runWith(known, reason, row.key);
      if (run.count > 1) lines.pop();
      lines.push({ key: run.key, line: hiddenLine(run, numberWidth) });
    } else {
      const isSameGroup = previous !== undefined && !run && isGrouped(options, previous, row.message);
      if (!isSameGroup) lines.push({ key: row.key, line: head(options, row.message) });
      for (const line of rowLines(options, row, numberWidth)) lines.push({ key: row.key, line });
      run = null;
    }
    previous = row.message;
  }
  return lines;
}

/** The row as it is now: what is past its time is not shown, whether or not the server has said so yet. */
function rowAsOf(row: TimelineRow, now: number): TimelineRow {
  const message = asOf(row.message, now);
  return message === row.message ? row : { ...row, message };
}

const hiddenLine = (run: HiddenRun, indent: number): Line => [
  span(" ".repeat(indent + 1)),
  span(hiddenWords(run), { isDim: true, isItalic: true }),
];

function isGrouped({ entry }: ConversationOptions, previous: Message, message: Message): boolean {
  return (
    previous.senderId === message.senderId &&
    message.sentAt - previous.sentAt < groupMs &&
    dayKey(previous.sentAt) === dayKey(message.sentAt) &&
    entry.window?.dividerSeq !== message.seq
  );
}

function separators(options: ConversationOptions, message: Message, previous: Message | undefined): ConversationLine[] {
  const { entry, width } = options;
  const found: ConversationLine[] = [];
  if (!previous || dayKey(previous.sentAt) !== dayKey(message.sentAt)) {
    found.push({ key: null, line: rule(dayName(message.sentAt), width) });
  }
  if (message.seq > 0 && entry.window?.dividerSeq === message.seq) {
    found.push({ key: null, line: rule("New messages", width).map((part) => ({ ...part, color: "red" })) });
  }
  return found;
}

function rule(title: string, width: number): Line {
  const text = fitted(` ${title} `, width);
  const left = Math.max(0, Math.floor((width - widthOf(text)) / 2));
  const right = Math.max(0, width - widthOf(text) - left);
  return [span("─".repeat(left) + text + "─".repeat(right), dim)];
}

function head({ state, entry, width }: ConversationOptions, message: Message): Line {
  const sender = state.people.get(message.senderId);
  const name = fitted(visible(sender?.name ?? "Somebody"), width - 8);
  const availability = entry.online.get(message.senderId) ?? "offline";
  return [
    span(name, { color: colorOf(message.senderId), isBold: true }),
    ...(availability === "offline" ? [] : [span(" "), availabilitySign(availability)]),
    span(` ${clockTime(message.sentAt)}`, dim),
  ];
}

/** The message itself: its number before the first line, quotes above, its state behind the last line. */
function rowLines(options: ConversationOptions, row: TimelineRow, numberWidth: number): Line[] {
  const width = Math.max(4, options.width - numberWidth - 1);
  const content = [
    ...forwarded(options, row.message, width),
    ...quote(options, row.message, width),
    ...body(options, row.message, width),
  ];
  const marked = withMarks(content, marks(options, row), width);
  const trouble = row.status === "failed" ? troubleLines(row, width) : [];
  return [
    ...marked,
    ...linkedLines(options, row.message, width),
    ...answers(options, row.message, width),
    ...reactions(options, row.message, width),
    ...replies(row.message),
    ...trouble,
  ].map((line, at) => [span(`${(at === 0 ? numberOf(row) : "").padStart(numberWidth)} `, dim), ...line]);
}

function forwarded({ state }: ConversationOptions, message: Message, width: number): Line[] {
  const author = message.forwardedFrom ? state.people.get(message.forwardedFrom) : undefined;
  const words = forwardedWords(message, author);
  return words === undefined ? [] : [[span(fitted(`⤷ ${words}`, width), dim)]];
}

function numberOf({ status, message }: TimelineRow): string {
  if (message.seq > 0) return String(message.seq);
  return status === "failed" ? "!" : "…";
}

function quote({ state, entry, isRevealed, now }: ConversationOptions, { replyTo }: Message, width: number): Line[] {
  if (replyTo === undefined) return [];
  const inWindow = entry.window?.messages.find((message) => message.seq === replyTo);
  const stored = inWindow ?? entry.quotes.get(replyTo);
  const quoted = stored && asOf(stored, now);
  if (quoted && !isRevealed && isOfBlocked(quoted, (userId) => isBlocked(state, userId)))
    return [quoteLine("someone you blocked", undefined, width)];
  const name = quoted ? (state.people.get(quoted.senderId)?.name ?? "Somebody") : `message ${replyTo}`;
  return [quoteLine(name, quoted, width)];
}

function body(options: ConversationOptions, message: Message, width: number): readonly Line[] {
  const { state, bodies, isRevealed, hasPictures } = options;
  if (message.deletedAt !== undefined) return [[span("(deleted)", { isDim: true, isItalic: true })]];
  const lines = bodyLines(bodies, message, { width, isRevealed, myHandle: state.me?.handle ?? "" });
  if (!hasPictures || !message.files) return lines;
  // Between the names of the files and what is said to them.
  const { length } = message.files;
  return [...lines.slice(0, length), ...pictureLines(message, width), ...lines.slice(length)];
}

/** That it is pinned, that it disappears, "edited", and for one's own how far it got: · on its way, ✓ stored, ✓✓ delivered, coloured once read. */
function marks({ state, entry }: ConversationOptions, { message, status }: TimelineRow): Span[] {
  const found: Span[] = [];
  if (message.pinnedAt !== undefined) found.push(span(" (pinned)", dim));
  if (message.expiresAt !== undefined && message.deletedAt === undefined) found.push(span(` ${EXPIRY_SIGN}`, dim));
  if (message.editedAt !== undefined && message.deletedAt === undefined) found.push(span(" (edited)", dim));
  if (status === "failed") found.push(span(" ✗", { color: "red" }));
  else if (status !== "stored") found.push(span(" ·", dim));
  else if (message.senderId === state.me?.id && message.deletedAt === undefined) {
    const reached = tick(state, entry, message);
    if (reached === "read") found.push(span(" ✓✓", { color: "cyan" }));
    else found.push(span(reached === "delivered" ? " ✓✓" : " ✓", dim));
  }
  return found;
}

function withMarks(lines: readonly Line[], found: readonly Span[], width: number): readonly Line[] {
  const last = lines.at(-1) ?? [];
  if (found.length === 0) return lines;
  if (lineWidth([...last, ...found]) <= width) return [...lines.slice(0, -1), [...last, ...found]];
  return [...lines, found];
}

/** What may be answered to a poll, and what was. */
function answers({ state, entry }: ConversationOptions, message: Message, width: number): Line[] {
  if (message.poll === undefined) return [];
  const votes = shownVotes(state, entry.state.room.id, message);
  return pollLines({ ...message, votes }).flatMap((line) => wrapped([span(line, dim)], width));
}

/** What there is, and how much of it; mine stands in brackets. */
function reactions({ state }: ConversationOptions, message: Message, width: number): Line[] {
  const shown = shownReactions(message, (userId) => isBlocked(state, userId));
  if (shown.length === 0 || message.deletedAt !== undefined) return [];
  const texts = shown.map(({ emoji, count, isMine }) => (isMine ? `[${emoji} ${count}]` : `${emoji} ${count}`));
  return wrapped([span(texts.join("  "), dim)], width);
}

/** That it has a thread, and how to open it. */
function replies({ thread, seq }: Message): Line[] {
  if (thread === undefined || thread.count === 0) return [];
  const count = thread.count > 999 ? "999+" : String(thread.count);
  return [[span(`↳ ${count} ${thread.count === 1 ? "reply" : "replies"}  /thread ${seq}`, { color: "cyan" })]];
}

function troubleLines({ error }: TimelineRow, width: number): Line[] {
  const reason = `Not sent: ${error?.message ?? "refused."} /retry or /discard it.`;
  return wrapped([span(reason, { color: "red" })], width);
}
