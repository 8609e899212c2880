import type { Message, MessagePage, PlacedVote, Play } from "@parley/contract";
import { withOwnVote } from "./polls.ts";
import { keepingReactions } from "./reactions.ts";
import type { RoomWindow } from "./state.ts";
import { keepingPlay, withPlayedAt } from "./voices.ts";

/** How many messages a window holds. */
const WINDOW_MESSAGES = 400;
/** A window grows this much over the cap before live messages push out the oldest: not one array copy per message. */
const APPEND_SLACK = 50;

export function windowOf(page: MessagePage, dividerSeq: number | null = null): RoomWindow {
  return { messages: page.messages, isStart: page.isStart, isEnd: page.isEnd, dividerSeq };
}

export function messageAt(window: RoomWindow | null, seq: number): Message | undefined {
  const first = window?.messages[0];
  return first && window.messages[seq - first.seq];
}

/**
 * A message's newest state put in its place: replaced if the window has an older one, appended if it is the next and the
 * window reaches the end. Anything else is outside of the window and stays there.
 */
export function withMessage(window: RoomWindow, message: Message): RoomWindow {
  const { messages } = window;
  const at = message.seq - (messages[0]?.seq ?? message.seq);
  const known = messages[at];
  if (at < 0) return window;
  if (known) {
    if (known.rev >= message.rev) return window;
    const kept = withOwnVote(keepingPlay(message, known), known.votes?.mine);
    return { ...window, messages: messages.with(at, kept) };
  }
  if (!window.isEnd) return window;
  // A hole: the window ends here, what follows must be fetched.
  if (at > messages.length) return { ...window, isEnd: false };
  const grown = { ...window, messages: [...messages, message] };
  return grown.messages.length > WINDOW_MESSAGES + APPEND_SLACK ? keepNewest(grown, WINDOW_MESSAGES) : grown;
}

/** The same for a message as an event tells it: of its reactions it says nothing. */
export function withTold(window: RoomWindow, message: Message): RoomWindow {
  return withMessage(window, keepingReactions(message, messageAt(window, message.seq)));
}

/** A message that has changed in part, if the window has it as it was before. */
export function withChange(
  window: RoomWindow,
  { seq, rev }: Pick<Message, "seq" | "rev">,
  changed: (message: Message) => Message,
): RoomWindow {
  const known = messageAt(window, seq);
  return known && known.rev < rev ? withMessage(window, changed(known)) : window;
}

/** What of a message is told to me alone. */
export type Own = Play | PlacedVote;

/** The window with what was played in it, and what I voted. */
export function withOwn(window: RoomWindow, all: readonly Own[]): RoomWindow {
  const first = window.messages[0]?.seq ?? 0;
  let { messages } = window;
  for (const own of all) {
    const at = own.seq - first;
    const known = messages[at];
    const next = known && ("mine" in own ? withOwnVote(known, own.mine) : withPlayedAt(known, own.playedAt));
    if (next && next !== known) messages = messages.with(at, next);
  }
  return messages === window.messages ? window : { ...window, messages };
}

/** Many at once, in any order, as a resync tells them. */
export function withMessages(window: RoomWindow, changed: readonly Message[]): RoomWindow {
  let next = window;
  for (const message of [...changed].sort((one, other) => one.seq - other.seq)) next = withMessage(next, message);
  return next;
}

/** The window with the page that was asked for before its first message. */
export function withOlder(window: RoomWindow, page: MessagePage): RoomWindow {
  const first = window.messages[0]?.seq ?? Number.POSITIVE_INFINITY;
  const older = page.messages.filter((message) => message.seq < first);
  return keepOldest({ ...window, messages: [...older, ...window.messages], isStart: page.isStart }, WINDOW_MESSAGES);
}

/** The window with the page that was asked for after its last message. */
export function withNewer(window: RoomWindow, page: MessagePage): RoomWindow {
  const last = window.messages.at(-1)?.seq ?? 0;
  const newer = page.messages.filter((message) => message.seq > last);
  return keepNewest({ ...window, messages: [...window.messages, ...newer], isEnd: page.isEnd }, WINDOW_MESSAGES);
}

export function keepNewest(window: RoomWindow, count: number): RoomWindow {
  if (window.messages.length <= count) return window;
  return { ...window, messages: window.messages.slice(-count), isStart: false };
}

function keepOldest(window: RoomWindow, count: number): RoomWindow {
  if (window.messages.length <= count) return window;
  return { ...window, messages: window.messages.slice(0, count), isEnd: false };
}
