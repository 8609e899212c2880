import { type Message, ParleyError } from "@parley/contract";
import { numbered } from "../text/numbered.ts";
import { type Answer, answer } from "./answer.ts";
import { type CommandContext, currentEntry, wrongly } from "./context.ts";

/** Takes the preview of a link off the message of a number, or off my last one that has one. */
export async function unlink(context: CommandContext, text: string): Promise<Answer> {
  const written = numbered(text);
  if (written.text !== "" || written.seq === 0) throw wrongly("/unlink or /unlink 12");
  const { id: messageId, seq } = written.seq === null ? myLast(context) : await linked(context, written.seq);
  await context.client.call("preview:remove", { roomId: currentEntry(context).state.room.id, messageId });
  return answer(`The preview is off message ${seq}.`, { type: "unlinked", seq });
}

function myLast(context: CommandContext): Message {
  const myId = context.client.getState().me?.id;
  const messages = currentEntry(context).window?.messages ?? [];
  const last = messages.findLast(({ senderId, preview }) => senderId === myId && preview !== undefined);
  if (last) return last;
  throw new ParleyError("not_found", "No message of yours here has a preview.");
}

async function linked(context: CommandContext, seq: number): Promise<Message> {
  const roomId = currentEntry(context).state.room.id;
  const { messages } = await context.client.call("message:list", { roomId, seqs: [seq] });
  if (messages[0]?.preview) return messages[0];
  throw new ParleyError("not_found", `Message ${seq} has no preview.`);
}
