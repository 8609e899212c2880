import { timeline } from "@parley/client";
import { ParleyError } from "@parley/contract";
import { numbered } from "../text/numbered.ts";
import { type Answer, answer } from "./answer.ts";
import { type CommandContext, currentEntry, wrongly } from "./context.ts";
import { emojiIn } from "./emoji.ts";

/** Reacts to the message of a number, or to the last one of somebody else; again takes it back. */
export async function react(context: CommandContext, text: string): Promise<Answer> {
  const { client } = context;
  const { seq: written, text: rest } = numbered(text);
  if (rest === "") throw wrongly("/react 12 👍, /react 12 :tada:, or without a number for the last message");
  const emoji = await emojiIn(rest, client.getState().emoji);
  const seq = written ?? lastOfOthers(context);
  const roomId = currentEntry(context).state.room.id;
  const { messages } = await client.call("message:list", { roomId, seqs: [seq] });
  const [message] = messages;
  if (!message) throw new ParleyError("not_found", `There is no message ${seq} here.`);
  const isMine = message.reactions?.some((one) => one.emoji === emoji && one.isMine) === true;
  const { isOn, reaction } = await client.call(isMine ? "reaction:remove" : "reaction:add", { roomId, seq, emoji });
  const said = isOn ? `You reacted to message ${seq} with ${emoji}.` : `You took ${emoji} back from message ${seq}.`;
  return answer(said, { type: "reaction", seq, emoji, isOn, count: reaction?.count ?? 0 });
}

function lastOfOthers(context: CommandContext): number {
  const state = context.client.getState();
  const rows = timeline(state, currentEntry(context).state.room.id);
  const isOther = ({ senderId, seq, deletedAt }: (typeof rows)[number]["message"]) =>
    senderId !== state.me?.id && seq > 0 && deletedAt === undefined;
  const last = rows.findLast(({ message }) => isOther(message));
  if (last) return last.message.seq;
  throw new ParleyError("not_found", "There is nothing to react to.");
}
