import { type Message, ParleyError, type Poll } from "@parley/contract";
import { chosenIn, pollJson, pollLines } from "../polls/words.ts";
import { numbered } from "../text/numbered.ts";
import { span } from "../text/spans.ts";
import { visible } from "../text/visible.ts";
import { type Answer, answer } from "./answer.ts";
import { type CommandContext, currentRoom, wrongly } from "./context.ts";

const usage = "/poll Question | Answer | Answer, with --several or --anonymous before the question";

/** Asks the room something. */
export async function ask(context: CommandContext, rest: string): Promise<Answer> {
  const roomId = currentRoom(context);
  const [options = "", text = ""] = /^((?:--\w+\s+)*)([\s\S]*)$/.exec(rest)?.slice(1) ?? [];
  const [question = "", ...answers] = text.split("|").map((part) => part.trim());
  const asked = options.split(/\s+/).filter((option) => option !== "");
  if (question === "" || answers.length < 2 || asked.some((option) => !/^--(several|anonymous)$/.test(option)))
    throw wrongly(usage);
  const isMultiple = asked.includes("--several");
  const isAnonymous = asked.includes("--anonymous");
  const poll = { answers, ...(isMultiple && { isMultiple }), ...(isAnonymous && { isAnonymous }) };
  await context.client.sendPoll(roomId, question, poll);
  return answer(`Asking: ${visible(question)}`, { type: "sending", question, poll });
}

/** Votes in the poll of a number, instead of before; or takes it back. */
export async function vote(context: CommandContext, rest: string): Promise<Answer> {
  const { seq, text } = numbered(rest);
  if (seq === null || text === "") throw wrongly("/vote 12 1, /vote 12 1,3, or /vote 12 none");
  const roomId = currentRoom(context);
  const { message, poll } = await pollNumbered(context, seq);
  const { counts, voters, mine } = await context.client.call("poll:vote", {
    roomId,
    seq,
    chosen: chosenIn(text, poll),
  });
  const votes = { counts, voters, mine };
  const said =
    mine.chosen.length > 0 ? `You voted in the poll ${seq}.` : `You took your vote back from the poll ${seq}.`;
  const lines = pollLines({ ...message, votes }).map((line) => [span(line)]);
  return { lines: [[span(said)], ...lines], facts: [{ type: "vote", seq, poll: pollJson(poll, votes) }] };
}

/** Ends a poll for good: one's own, or as a moderator anybody's. */
export async function closePoll(context: CommandContext, rest: string): Promise<Answer> {
  const { seq, text } = numbered(rest);
  if (seq === null || text !== "") throw wrongly("/close-poll 12");
  const { message } = await pollNumbered(context, seq);
  const closed = await context.client.call("poll:close", { roomId: currentRoom(context), messageId: message.id });
  const fact = { type: "poll-closed", seq, closedAt: closed.poll?.closedAt ?? null };
  return answer(`The poll ${seq} is closed: its result is final.`, fact);
}

async function pollNumbered(context: CommandContext, seq: number): Promise<{ message: Message; poll: Poll }> {
  const { messages } = await context.client.call("message:list", { roomId: currentRoom(context), seqs: [seq] });
  const [message] = messages;
  if (message?.poll) return { message, poll: message.poll };
  throw new ParleyError("not_found", `Message ${seq} is no poll.`);
}
