import { type Input, ParleyError, type Profile } from "@parley/contract";
import type { Answer } from "./answer.ts";
import { cardFact, cardLines } from "./card.ts";
import { type CommandContext, onlyPerson } from "./context.ts";
import { setStatus } from "./status.ts";

type Changes = Input<"profile:change">;

/** What of mine may be changed by `/profile FIELD text`; without a text it is emptied, where that is allowed. */
const changes: { readonly [field: string]: (text: string) => Changes } = {
  name: (text) => ({ name: required(text, "name") }),
  handle: (text) => ({ handle: required(text, "handle").replace(/^@/, "") }),
  bio: (text) => ({ bio: text }),
  zone: (text) => ({ timeZone: text === "" ? null : text }),
};

export const profileFields = [...Object.keys(changes), "status"];

/** A person's card, mine without a name; or a change of mine. */
export async function profile(context: CommandContext, text: string): Promise<Answer> {
  const { client } = context;
  const [first = ""] = text.split(/\s/, 1);
  const rest = text.slice(first.length).trim();
  if (first === "status") return await setStatus(context, rest);
  const change = Object.hasOwn(changes, first) ? changes[first] : undefined;
  if (change) return card(context, await client.call("profile:change", change(rest)));
  const person = text === "" ? client.getState().me : await onlyPerson(context, text, "/profile or /profile @name");
  if (!person) throw new ParleyError("unavailable", "Not connected yet.");
  return card(context, await client.call("profile:show", { userId: person.id }));
}

function card({ client, clock }: CommandContext, shown: Profile): Answer {
  const state = client.getState();
  return { lines: cardLines(state, shown, clock()), facts: [cardFact(state, shown)] };
}

function required(text: string, field: string): string {
  if (text !== "") return text;
  throw new ParleyError("invalid", `Say which: /profile ${field} …`);
}
