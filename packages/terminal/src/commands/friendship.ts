import { ParleyError, type Relation, type User } from "@parley/contract";
import { type ConversationRequest, conversationRequests, othersIn } from "../people/requests.ts";
import { type Answer, answer, type Fact } from "./answer.ts";
import { type CommandContext, currentEntry, onlyPerson, personAndRest } from "./context.ts";

export async function addFriend(context: CommandContext, text: string): Promise<Answer> {
  const { person, rest } = await personAndRest(context, text, "/add @name, or /add @name a line to go with it");
  const { relation } = await context.client.call("friend:ask", { userId: person.id, line: rest });
  const words = relation?.kind === "friend" ? `You and ${person.name} are friends.` : `You asked ${person.name}.`;
  return answer(words, relationFact(person, relation));
}

/** Takes up what somebody asks of me: friendship, a conversation that they began, or both. */
export async function accept(context: CommandContext, text: string): Promise<Answer> {
  const { person, isAsking, conversation } = await asked(context, text, "/accept @name");
  const { client } = context;
  const said: Answer[] = [];
  if (isAsking) {
    const { relation } = await client.call("friend:accept", { userId: person.id });
    said.push(answer(`You and ${person.name} are friends.`, relationFact(person, relation)));
  }
  if (conversation) {
    await client.call("room:accept", { roomId: conversation.entry.state.room.id });
    const fact = { type: "request", from: [person.handle], accepted: true };
    said.push(answer(`You and ${person.name} can write to each other now.`, fact));
  }
  return joined(said);
}

/** Wants nothing of it. */
export async function decline(context: CommandContext, text: string): Promise<Answer> {
  const { client } = context;
  const { person, isAsking, conversation } = await asked(context, text, "/decline @name");
  const said: Answer[] = [];
  if (isAsking) {
    const { relation } = await client.call("friend:decline", { userId: person.id });
    said.push(answer(`Declined. ${person.name} is not told.`, relationFact(person, relation)));
  }
  if (conversation) {
    await client.call("room:decline", { roomId: conversation.entry.state.room.id });
    const fact = { type: "request", from: [person.handle], accepted: false };
    said.push(answer(`The conversation with ${person.name} is gone. They are not told.`, fact));
  }
  return joined(said);
}

/** Ends a friendship, or takes a request of mine back. */
export async function unfriend(context: CommandContext, text: string): Promise<Answer> {
  const person = await onlyPerson(context, text, "/unfriend @name");
  const isAsked = context.client.getState().relations.get(person.id)?.kind === "asked";
  const request = isAsked ? "friend:cancel" : "friend:remove";
  const { relation } = await context.client.call(request, { userId: person.id });
  const words = isAsked ? "You took your request back." : `You and ${person.name} are friends no more.`;
  return answer(words, relationFact(person, relation));
}

/** How I stand to somebody now, for programs. */
export function relationFact({ handle, name }: User, relation: Pick<Relation, "kind"> | null): Fact {
  return { type: "relation", handle, name, relation: relation?.kind ?? null };
}

interface Asked {
  readonly person: User;
  readonly isAsking: boolean;
  readonly conversation: ConversationRequest | undefined;
}

/** What a person asks of me; without a name, the one whose conversation is open. */
async function asked(context: CommandContext, text: string, usage: string): Promise<Asked> {
  const state = context.client.getState();
  const person = text === "" ? requester(context) : await onlyPerson(context, text, usage);
  const isAsking = state.relations.get(person.id)?.kind === "asking";
  const conversation = conversationRequests(state).find(({ from }) => from.some(({ id }) => id === person.id));
  if (isAsking || conversation) return { person, isAsking, conversation };
  throw new ParleyError("not_found", `${person.name} asks nothing of you.`);
}

function requester(context: CommandContext): User {
  const entry = currentEntry(context);
  const [person] = entry.state.isRequest ? othersIn(context.client.getState(), entry) : [];
  if (person) return person;
  throw new ParleyError("invalid", "Say whose request it is: /accept @name, /decline @name.");
}

function joined(answers: readonly Answer[]): Answer {
  return { lines: answers.flatMap(({ lines }) => lines), facts: answers.flatMap(({ facts }) => facts) };
}
