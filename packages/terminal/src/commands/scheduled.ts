import { type MessageId, newId, ParleyError, type Scheduled } from "@parley/contract";
import { fileWords } from "../files/words.ts";
import { roomName } from "../rooms/name.ts";
import { numbered } from "../text/numbered.ts";
import { type Line, span } from "../text/spans.ts";
import { moment } from "../text/time.ts";
import { timeToCome } from "../text/time-to-come.ts";
import { visible } from "../text/visible.ts";
import { type Answer, answer, headed } from "./answer.ts";
import { type CommandContext, currentRoom, wrongly } from "./context.ts";

const SHOWN_CHARACTERS = 200;
const usage = "/later 18:30 text, /later tomorrow 9:00 text, /later online text, /later now 1, or /later delete 1";

/** Has something sent later, lists what waits, sends it now, or does not send it. */
export async function later(context: CommandContext, rest: string): Promise<Answer> {
  if (rest === "") return list(context);
  const [word = ""] = rest.split(/\s/, 1);
  const text = rest.slice(word.length).trim();
  if (word === "now") return sendNow(context, text);
  if (word === "delete") return remove(context, text);
  if (word === "online") return schedule(context, text, null);
  const time = timeToCome(rest, context.clock());
  if (time === null) throw wrongly(usage);
  return schedule(context, time.rest, time.at);
}

async function schedule(context: CommandContext, body: string, sendAt: number | null): Promise<Answer> {
  if (body === "") throw wrongly(usage);
  if (sendAt !== null && sendAt <= context.clock())
    throw new ParleyError("invalid", "This time has passed. Choose a later one.");
  const id = newId<MessageId>(context.clock());
  await context.client.call("scheduled:add", { id, roomId: currentRoom(context), body, sendAt });
  return answer(`It will be sent ${whenOf(context, sendAt)}: /later lists what waits.`, {
    type: "scheduled",
    id,
    sendAt,
  });
}

async function sendNow(context: CommandContext, text: string): Promise<Answer> {
  const { id } = waitingNumbered(context, text);
  const { seq } = await context.client.call("scheduled:send", { id });
  return answer("It is sent.", { type: "sent", id, seq });
}

async function remove(context: CommandContext, text: string): Promise<Answer> {
  const { id } = waitingNumbered(context, text);
  await context.client.call("scheduled:remove", { id });
  return answer("It will not be sent.", { type: "unscheduled", id });
}

function list(context: CommandContext): Answer {
  const all = waiting(context);
  if (all.length === 0) return answer("Nothing waits to be sent. /later 18:30 text has something wait.");
  const facts = all.map(({ id, roomId, body, files = [], sendAt, refusal }, at) => ({
    type: "scheduled",
    number: at + 1,
    id,
    room: placeOf(context, roomId),
    text: body,
    files: files.map(({ name, size }) => ({ name, size })),
    sendAt,
    refusal: refusal?.message ?? null,
  }));
  return { lines: [headed("To be sent later"), ...all.map((one, at) => lineOf(context, one, at + 1))], facts };
}

function lineOf(
  context: CommandContext,
  { roomId, body, files = [], sendAt, refusal }: Scheduled,
  number: number,
): Line {
  const place = placeOf(context, roomId) ?? "a room that you are not in any more";
  const said = visible(body.slice(0, SHOWN_CHARACTERS).replaceAll(/\s+/g, " "));
  const words = [...files.map(fileWords), ...(said === "" ? [] : [said])].join(" ");
  const when = refusal ? `not sent: ${refusal.message}` : whenOf(context, sendAt);
  return [
    span(`  ${number}  ${visible(place)}  `, { isDim: true }),
    span(words),
    span(`  ${visible(when)}`, { isDim: refusal === undefined }),
  ];
}

/** In the order in which they go; what waits for somebody at the end. */
function waiting({ client }: CommandContext): readonly Scheduled[] {
  const at = ({ sendAt }: Scheduled) => sendAt ?? Number.MAX_SAFE_INTEGER;
  return client.getState().scheduled.toSorted((one, other) => at(one) - at(other) || (one.id < other.id ? -1 : 1));
}

function waitingNumbered(context: CommandContext, text: string): Scheduled {
  const { seq, text: rest } = numbered(text);
  if (seq === null || rest !== "") throw wrongly(usage);
  const found = waiting(context)[seq - 1];
  if (!found)
    throw new ParleyError("not_found", `No message with the number ${seq} waits. /later lists those that do.`);
  return found;
}

const whenOf = ({ clock }: CommandContext, sendAt: number | null): string =>
  sendAt === null ? "when they are online" : moment(sendAt, clock());

/** As people would write it; null where I am not any more. */
function placeOf({ client }: CommandContext, roomId: Scheduled["roomId"]): string | null {
  const { rooms, people, me } = client.getState();
  const entry = rooms.get(roomId);
  return entry && me ? roomName(entry.state, people, me.id) : null;
}
