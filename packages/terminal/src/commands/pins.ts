import type { Message, User, UserId } from "@parley/contract";
import { numbered } from "../text/numbered.ts";
import { type Line, span } from "../text/spans.ts";
import { moment } from "../text/time.ts";
import { visible } from "../text/visible.ts";
import { type Answer, answer, headed } from "./answer.ts";
import { type CommandContext, currentRoom, wrongly } from "./context.ts";

const SHOWN_CHARACTERS = 200;

/** Pins a message of this room, for everyone in it. */
export async function pin(context: CommandContext, text: string): Promise<Answer> {
  const { seq } = await context.client.call("pin:add", placeIn(context, text, "/pin 12"));
  return answer(`Message ${seq} is pinned.`, { type: "pinned", seq });
}

export async function unpin(context: CommandContext, text: string): Promise<Answer> {
  const { seq } = await context.client.call("pin:remove", placeIn(context, text, "/unpin 12"));
  return answer(`Message ${seq} is pinned no more.`, { type: "unpinned", seq });
}

/** What is pinned in this room, the one pinned last first. */
export async function listPins(context: CommandContext): Promise<Answer> {
  const roomId = currentRoom(context);
  const { messages, people, next } = await context.client.call("pin:list", { roomId });
  if (messages.length === 0) return answer("Nothing is pinned here.");
  const byId = new Map(people.map((person) => [person.id, person]));
  const lines = messages.map((message) => listedMessage(message, byId, context.clock()));
  if (next !== null) lines.push([span("and more, pinned before", { isDim: true })]);
  const facts = messages.map(({ seq, body, pinnedAt }) => ({ type: "pin", seq, text: body, pinnedAt }));
  return { lines: [headed("Pinned here"), ...lines], facts };
}

function placeIn(context: CommandContext, text: string, usage: string) {
  const { seq, text: rest } = numbered(text);
  if (seq === null || seq === 0 || rest !== "") throw wrongly(usage);
  return { roomId: currentRoom(context), seq };
}

/** A message away from its conversation, on one line. */
function listedMessage({ seq, senderId, sentAt, body }: Message, people: ReadonlyMap<UserId, User>, now: number): Line {
  const name = visible(people.get(senderId)?.name ?? "Somebody");
  const words = visible(body.slice(0, SHOWN_CHARACTERS).replaceAll(/\s+/g, " "));
  return [span(`  ${seq}  `, { isDim: true }), span(name, { isBold: true }), span(`  ${words}`), at(sentAt, now)];
}

const at = (time: number, now: number) => span(`  ${moment(time, now)}`, { isDim: true });
