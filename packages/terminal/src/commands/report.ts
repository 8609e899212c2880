import { type Input, ParleyError, reportReasonSchema } from "@parley/contract";
import { numbered } from "../text/numbered.ts";
import { type Answer, answer } from "./answer.ts";
import { type CommandContext, currentEntry, personAndRest, wrongly } from "./context.ts";

type Report = Input<"report:create">;
type About = Pick<Report, "userId" | "roomId" | "messageId">;

export const reportReasons = reportReasonSchema.options;
const usage = `/report @name or /report 12, then why: ${reportReasons.join(", ")}, or in your own words`;

/** Reports a person, or a message of this room by its number. */
export async function report(context: CommandContext, text: string): Promise<Answer> {
  const { seq, text: words } = numbered(text);
  const { about, rest } = seq === null ? await aboutPerson(context, text) : await aboutMessage(context, seq, words);
  if (rest === "") throw wrongly(usage);
  const { id } = await context.client.call("report:create", { ...about, ...reasonIn(rest) });
  return answer("Reported to those who keep order here.", { type: "report", id });
}

/** Somebody of this room is reported to its moderators too. */
async function aboutPerson(context: CommandContext, text: string): Promise<{ about: About; rest: string }> {
  const { person, rest } = await personAndRest(context, text, usage);
  const entry = context.roomId ? context.client.getState().rooms.get(context.roomId) : undefined;
  const isHere = entry?.state.room.kind !== "direct" && entry?.members?.has(person.id);
  return { about: { userId: person.id, ...(isHere && entry ? { roomId: entry.state.room.id } : {}) }, rest };
}

async function aboutMessage(
  context: CommandContext,
  seq: number,
  rest: string,
): Promise<{ about: About; rest: string }> {
  const roomId = currentEntry(context).state.room.id;
  const { messages } = await context.client.call("message:list", { roomId, seqs: [seq] });
  const [message] = messages;
  if (!message) throw new ParleyError("not_found", `There is no message ${seq} here.`);
  return { about: { userId: message.senderId, roomId, messageId: message.id }, rest };
}

/** A reason by its name, if the text begins with one; the rest is said to it. */
function reasonIn(text: string): Pick<Report, "reason" | "line"> {
  const [first = ""] = text.split(/\s/, 1);
  const reason = reportReasons.find((name) => name === first.toLowerCase());
  return reason ? { reason, line: text.slice(first.length).trim() } : { reason: "other", line: text };
}
