import type { Message } from "@parley/contract";
import { besideWords } from "../files/words.ts";
import { linkWords } from "../links/words.ts";
import { pollLines } from "../polls/words.ts";
import { fitted } from "../text/spans.ts";
import { visible, visibleLines } from "../text/visible.ts";

/** So much of a message is said again with a reaction to it. */
const quoteWidth = 40;

/** Further lines of a message stand two columns in, so that no body can look like somebody else's line. */
const CONTINUATION = "\n  ";

export const joinedLine = (name: string): string => `${visible(name)} has joined the chat.`;
export const leftLine = (name: string): string => `${visible(name)} has left the chat.`;

/** Of whom, with what, to which message. */
export function reactionLine(name: string, emoji: string, { seq, body }: { seq: number; body: string }): string {
  const [first = "", ...more] = visibleLines(body);
  const text = fitted(first, quoteWidth);
  return `${visible(name)} reacted with ${visible(emoji)} to message ${seq}: ${text}${more.length > 0 && text === first ? "…" : ""}`;
}

/** What is behind the link of a message, once that is known; undefined until then. */
export function linkLine(name: string, { seq, preview }: Pick<Message, "seq" | "preview">): string | undefined {
  const words = linkWords(preview);
  return words === undefined ? undefined : `${visible(name)}'s link in message ${seq}: ${words}`;
}

/** What stands over and under a message. */
export interface Around {
  readonly over?: string | undefined;
  readonly under?: string | undefined;
}

/** Who said what, with what; and what stands around it. */
export function messageLine(
  name: string,
  message: Pick<Message, "body" | "files" | "sticker" | "poll" | "votes">,
  { over, under }: Around = {},
): string {
  const { body } = message;
  const lines = [
    ...(over === undefined ? [] : [over]),
    ...besideWords(message),
    ...(body === "" ? [] : visibleLines(body)),
    ...pollLines(message),
    ...(under === undefined ? [] : [under]),
  ];
  return `${visible(name)}: ${lines.join(CONTINUATION)}`;
}
