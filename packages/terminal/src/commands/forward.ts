import { limits, ParleyError } from "@parley/contract";
import { roomReference } from "../rooms/reference.ts";
import { resolveRoom } from "../rooms/resolve.ts";
import { type Answer, answer } from "./answer.ts";
import { type CommandContext, currentRoom, wrongly } from "./context.ts";

const USAGE = "/forward 12 #room, /forward 12 @name, /forward 12-15 #room or /forward 12 #room thread 3";

/** Says messages of this room again in another, or in the thread of a message there, under the name of whoever said them. */
export async function forward(context: CommandContext, text: string): Promise<Answer> {
  const from = currentRoom(context);
  const { client } = context;
  const match = /^#?(\d{1,15})(?:-#?(\d{1,15}))?\s+([#@].*?)(?:\s+thread\s+#?(\d{1,15}))?$/.exec(text);
  const reference = match && roomReference(match[3] ?? "");
  if (!match || !reference || Number(match[4] ?? 1) === 0) throw wrongly(USAGE);
  const { rooms, people, me } = client.getState();
  if (!me) throw new ParleyError("unavailable", "Not connected yet.");
  const seqs = seqsFrom(Number(match[1]), Number(match[2] ?? match[1]));
  const { messages } = await client.call("message:list", { roomId: from, seqs });
  const there = messages.filter(({ deletedAt }) => deletedAt === undefined);
  if (there.length === 0) throw new ParleyError("not_found", "There is no such message here.");
  const known = { rooms: [...rooms.values()].map(({ state }) => state), people: people.values(), me };
  const { room } = await resolveRoom(reference, known, (name, input) => client.call(name, input));
  const thread = match[4] && (await client.call("thread:open", { roomId: room.id, seq: Number(match[4]) }));
  await client.forward({ from, messages: there, to: [thread ? thread.room.id : room.id], comment: "" });
  const what = there.length === 1 ? `Message ${there[0]?.seq} goes` : `${there.length} messages go`;
  const place = thread ? `the thread of message ${match[4]} in ${match[3]}` : match[3];
  const facts = { type: "forwarded", seqs: there.map(({ seq }) => seq), to: match[3] };
  return answer(`${what} to ${place}.`, thread ? { ...facts, thread: Number(match[4]) } : facts);
}

function seqsFrom(first: number, last: number): number[] {
  const count = last - first + 1;
  if (first < 1 || count < 1) throw wrongly(USAGE);
  if (count > limits.messagesAtOnce)
    throw new ParleyError("invalid", `At most ${limits.messagesAtOnce} messages go at once.`);
  return Array.from({ length: count }, (_, at) => first + at);
}
