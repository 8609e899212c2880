import { visible, visibleLines } from "../text/visible.ts";

/** Further lines of a message stand two columns in, so that no body can look like somebody else's line. */
const CONTINUATION = "\n  ";

export const joinedLine = (name: string): string => `${visible(name)} has joined the chat.`;
export const leftLine = (name: string): string => `${visible(name)} has left the chat.`;

export function messageLine(name: string, body: string): string {
  return `${visible(name)}: ${visibleLines(body).join(CONTINUATION)}`;
}
