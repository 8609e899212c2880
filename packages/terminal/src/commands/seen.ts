import { type Message, ParleyError, type User, type UserId } from "@parley/contract";
import { type Line, span } from "../text/spans.ts";
import { moment } from "../text/time.ts";
import { visible } from "../text/visible.ts";
import { type Answer, type Fact, headed, noted } from "./answer.ts";
import { type CommandContext, currentEntry, wrongly } from "./context.ts";

/** Who has read a message, and whom it has reached: my last one, or the one of this number. */
export async function listSeen(context: CommandContext, text: string): Promise<Answer> {
  const { client, clock } = context;
  const { state } = currentEntry(context);
  const seq = text === "" ? myLast(context).seq : readSeq(text);
  const found = await client.call("receipt:list", { roomId: state.room.id, seq });
  const people = new Map(found.people.map((person) => [person.id, person]));
  const readers = found.readers.flatMap(({ userId, readAt }) => named(people, userId, { readAt }));
  const reached = found.deliveredTo.flatMap((userId) => named(people, userId, {}));
  const lines: Line[] = [];
  if (readers.length > 0) lines.push(headed(`Message ${seq} was read by`));
  for (const { person, readAt } of readers) lines.push(line(person, readAt === null ? "" : moment(readAt, clock())));
  if (reached.length > 0) lines.push(headed(`Message ${seq} has reached`));
  for (const { person } of reached) lines.push(line(person, ""));
  if (lines.length === 0) lines.push(noted(`Nobody is shown to have message ${seq} yet.`));
  const isShown = state.preferences.receipts ?? client.getState().settings.privacy.receipts;
  if (!isShown) lines.push(noted("You do not show how far you have read, so you are not shown it of others."));
  const facts = [
    ...readers.map(({ person, readAt }) => fact("read", person, { seq, readAt })),
    ...reached.map(({ person }) => fact("reached", person, { seq })),
  ];
  return { lines, facts };
}

function readSeq(text: string): number {
  const match = /^#?([1-9]\d{0,14})$/.exec(text);
  if (!match) throw wrongly("/seen or /seen 12");
  return Number(match[1]);
}

function myLast(context: CommandContext): Message {
  const myId = context.client.getState().me?.id;
  const messages = currentEntry(context).window?.messages ?? [];
  const last = messages.findLast(({ senderId, deletedAt }) => senderId === myId && deletedAt === undefined);
  if (last) return last;
  throw new ParleyError("not_found", "You have written nothing here.");
}

function named<T>(people: ReadonlyMap<UserId, User>, userId: UserId, more: T): (T & { person: User })[] {
  const person = people.get(userId);
  return person ? [{ ...more, person }] : [];
}

function line({ name, handle }: User, at: string): Line {
  return [span(`  ${visible(name)}`), span(`  @${visible(handle)}  ${at}`, { isDim: true })];
}

const fact = (type: string, { handle, name }: User, more: object): Fact => ({ type, handle, name, ...more });
