import { foldHandle, ParleyError, type User } from "@parley/contract";
import { visible } from "../text/visible.ts";

/** Asks the server for people whose name or handle begins so. */
export type Find = (text: string) => Promise<{ readonly people: readonly User[] }>;

/** The person of this handle, with or without its `@`: one who is known, else one whom the server finds. */
export async function personNamed(text: string, known: Iterable<User>, find: Find): Promise<User> {
  const handle = foldHandle(text.replace(/^@/, ""));
  for (const person of known) if (person.handle === handle) return person;
  const { people } = await find(handle);
  const person = people.find((candidate) => candidate.handle === handle);
  if (person) return person;
  const others = people.slice(0, 3).map((candidate) => `@${candidate.handle}`);
  const hint = others.length > 0 ? ` Did you mean ${others.join(", ")}?` : "";
  throw new ParleyError("not_found", `There is nobody called @${visible(handle)} here.${hint}`);
}
