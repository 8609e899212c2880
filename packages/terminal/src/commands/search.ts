import {
  type Message,
  type Output,
  ParleyError,
  parseText,
  plainText,
  type SearchHit,
  type UserId,
} from "@parley/contract";
import { besideWords } from "../files/words.ts";
import { roomName } from "../rooms/name.ts";
import { type Line, type Span, span } from "../text/spans.ts";
import { moment } from "../text/time.ts";
import { visible } from "../text/visible.ts";
import { type Answer, answer, type Fact, noted } from "./answer.ts";
import type { CommandContext } from "./context.ts";

/** So much of a message is shown, beginning so far before its first mark. */
const shownUnits = 160;
const leadUnits = 40;

/** Messages in all my rooms, by words and operators, the newest first. What stands before each leads there by /goto. */
export async function searchMessages(context: CommandContext, text: string): Promise<Answer> {
  if (text === "")
    throw new ParleyError("invalid", "Say what to look for: /search words, from:@name, in:#room, has:link …");
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const found = await context.client.call("search:messages", { text, timeZone });
  if (found.hits.length === 0 && found.isComplete) return answer("Nothing found.");
  const lines = found.hits.map((hit) => hitLine(context, found, hit));
  if (found.cursor !== null) lines.push(noted("There is more: say more exactly what to look for."));
  if (!found.isComplete) lines.push(noted("Older messages are still being looked through: there may be more."));
  return { lines, facts: found.hits.map((hit) => fact(context, found, hit)) };
}

type Found = Pick<Output<"search:messages">, "people" | "rooms">;

function hitLine(context: CommandContext, found: Found, { roomId, message, marks }: SearchHit): Line {
  const name = senderOf(found, message.senderId)?.name ?? "Somebody";
  const thread = found.rooms.find(({ id }) => id === roomId)?.thread;
  const isHere = roomId === context.roomId;
  // A reply is where its thread is.
  const number = thread === undefined || isHere ? `${message.seq}` : `${thread.seq} › ${message.seq}`;
  return [
    span(`${isHere ? "" : `${visible(placeOf(context, found, roomId))} `}${number} `, { color: "cyan" }),
    span(`${moment(message.sentAt, context.clock())} `, { isDim: true }),
    span(`${visible(name)}: `),
    ...excerpt(message, marks),
    ...besideWords(message).map((words) => span(message.body === "" ? words : ` ${words}`, { isDim: true })),
  ];
}

/** What stands around the first mark, on one line. What is hidden behind spoilers stays so. */
function excerpt({ body }: Message, marks: SearchHit["marks"]): Span[] {
  if (body.includes("||")) return [span(visible(plainText(parseText(body))).slice(0, shownUnits))];
  const start = Math.max(0, (marks[0]?.[0] ?? 0) - leadUnits);
  const end = Math.min(body.length, start + shownUnits);
  const shown: Span[] = start > 0 ? [span("…", { isDim: true })] : [];
  let at = start;
  const put = (until: number, isBold: boolean) => {
    const part = body.slice(at, Math.min(until, end)).replace(/\s+/g, " ");
    if (part !== "") shown.push(span(visible(part), { isBold }));
    at = Math.max(at, until);
  };
  for (const [from, to] of marks) {
    put(from, false);
    put(to, true);
  }
  put(end, false);
  return end < body.length ? [...shown, span("…", { isDim: true })] : shown;
}

function fact(context: CommandContext, found: Found, { roomId, message }: SearchHit): Fact {
  const { seq, id, body, sentAt, senderId } = message;
  const from = senderOf(found, senderId)?.handle ?? senderId;
  return { type: "hit", room: placeOf(context, found, roomId), seq, id, from, text: body, sentAt };
}

function senderOf({ people }: Found, userId: UserId) {
  return people.find(({ id }) => id === userId);
}

/** As one would refer to it: `#name`, or the people of a private conversation. */
function placeOf({ client }: CommandContext, { rooms }: Found, roomId: SearchHit["roomId"]): string {
  const { rooms: mine, people, me } = client.getState();
  const entry = mine.get(roomId);
  if (entry && me && entry.state.room.thread === undefined) return roomName(entry.state, people, me.id);
  return `#${rooms.find(({ id }) => id === roomId)?.name ?? ""}`;
}
