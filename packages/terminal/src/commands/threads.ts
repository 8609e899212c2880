import { type RoomEntry, roomTitle, shownRoom, threadList } from "@parley/client";
import { type Message, type MessageId, newId, type Room, type RoomId, type User, type UserId } from "@parley/contract";
import { withEmoji } from "../text/emoji-codes.ts";
import { numbered } from "../text/numbered.ts";
import { type Line, span } from "../text/spans.ts";
import { moment } from "../text/time.ts";
import { visible } from "../text/visible.ts";
import { type Answer, answer, headed, noted } from "./answer.ts";
import { type CommandContext, currentRoom, wrongly } from "./context.ts";

const shownCharacters = 200;
const shownReplies = 50;
const usage = "/thread 12 or /thread 12 words";

/** The last replies to a message; or, with words, one more. */
export async function thread(context: CommandContext, text: string): Promise<Answer> {
  const { seq, text: words } = numbered(text);
  if (seq === null || seq === 0) throw wrongly(usage);
  const { room } = await context.client.call("thread:open", { roomId: currentRoom(context), seq });
  if (words === "") return await replies(context, room.id, seq);
  const id = newId<MessageId>(context.clock());
  const sent = await context.client.call("message:send", { id, roomId: room.id, body: withEmoji(words) });
  return answer(`Said in the thread of message ${seq}.`, { type: "replied", seq, reply: sent.seq });
}

async function replies(context: CommandContext, roomId: RoomId, seq: number): Promise<Answer> {
  const found = await context.client.call("message:history", { roomId, limit: shownReplies });
  const shown = found.messages.filter((message) => message.deletedAt === undefined);
  if (shown.length === 0) return answer(`Nobody has replied to message ${seq} yet.`);
  const people = new Map(found.people.map((person) => [person.id, person]));
  const lines = shown.map((message) => replyLine(message, people, context.clock()));
  if (!found.isStart) lines.unshift(noted("Only the last replies are shown."));
  const facts = shown.map((message) => ({ type: "reply", to: seq, seq: message.seq, text: message.body }));
  return { lines: [headed(`The thread of message ${seq}`), ...lines], facts };
}

function replyLine({ seq, senderId, sentAt, body }: Message, people: ReadonlyMap<UserId, User>, now: number): Line {
  return [
    span(`  ${seq}  `, { isDim: true }),
    span(visible(people.get(senderId)?.name ?? "Somebody"), { isBold: true }),
    span(`  ${onOneLine(body)}`),
    span(`  ${moment(sentAt, now)}`, { isDim: true }),
  ];
}

/** The threads that one follows, wherever they are, the one with the last reply first. */
export async function listThreads(context: CommandContext): Promise<Answer> {
  const entries = threadList(context.client.getState());
  if (entries.length === 0) return answer("You follow no threads.");
  const lines: Line[] = [headed("Your threads")];
  const facts = [];
  for (const entry of entries) {
    const { unread, room } = entry.state;
    if (room.thread === undefined) continue;
    const about = await messageOf(context, room.thread);
    lines.push(threadLine(context, entry, about));
    facts.push({ type: "thread", roomId: room.thread.roomId, seq: room.thread.seq, unread, text: about?.body ?? "" });
  }
  return { lines, facts };
}

async function messageOf({ client }: CommandContext, { roomId, seq }: NonNullable<Room["thread"]>) {
  const { messages } = await client.call("message:list", { roomId, seqs: [seq] });
  return messages[0];
}

function threadLine({ client, clock }: CommandContext, { state }: RoomEntry, about: Message | undefined): Line {
  const now = client.getState();
  const shown = shownRoom(now, state.room.id);
  const place = shown ? roomTitle(now, shown) : "";
  const body = about === undefined || about.deletedAt !== undefined ? "(deleted)" : onOneLine(about.body);
  const news = state.unread > 0 ? `  ${state.unread} new` : "";
  return [
    span(`  #${visible(place)} ${state.room.thread?.seq ?? ""}  `, { color: "cyan" }),
    span(body),
    span(`  ${moment(state.lastMessage?.sentAt ?? state.room.createdAt, clock())}`, { isDim: true }),
    span(news, { isBold: true }),
  ];
}

function onOneLine(body: string): string {
  return visible(body.slice(0, shownCharacters).replaceAll(/\s+/g, " "));
}
