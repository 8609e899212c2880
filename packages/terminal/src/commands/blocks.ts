import { type Answer, answer } from "./answer.ts";
import { type CommandContext, onlyPerson } from "./context.ts";
import { relationFact } from "./friendship.ts";

export async function block(context: CommandContext, text: string): Promise<Answer> {
  const person = await onlyPerson(context, text, "/block @name");
  const { relation } = await context.client.call("block:add", { userId: person.id });
  const words = `You blocked ${person.name}: neither of you reaches the other. They are not told.`;
  return answer(words, relationFact(person, relation));
}

export async function unblock(context: CommandContext, text: string): Promise<Answer> {
  const person = await onlyPerson(context, text, "/unblock @name");
  const { relation } = await context.client.call("block:remove", { userId: person.id });
  return answer(`${person.name} is no longer blocked.`, relationFact(person, relation));
}
