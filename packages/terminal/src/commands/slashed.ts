import { type PeopleCommand, peopleCommands } from "./catalog.ts";

/** `/name rest`, or null for a text that is not written as a command. */
export function slashed(text: string): { name: string; rest: string } | null {
  const match = /^\/([^\s/]+)(?:\s+([\s\S]*))?$/.exec(text.trim());
  return match && { name: (match[1] ?? "").toLowerCase(), rest: (match[2] ?? "").trim() };
}

export function peopleCommandNamed(name: string): PeopleCommand | undefined {
  return peopleCommands.find((command) => command.name === name)?.name;
}
