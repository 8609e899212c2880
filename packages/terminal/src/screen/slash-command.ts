import { type CommandDescription, type PeopleCommand, peopleCommands } from "../commands/catalog.ts";
import { slashed } from "../commands/slashed.ts";

/** The commands of the full screen alone. */
export const screenCommands = [
  { name: "help", usage: "", summary: "show the commands and keys" },
  { name: "join", usage: "#room", summary: "come into a public room, or go to one of yours" },
  { name: "leave", usage: "", summary: "leave this room" },
  { name: "msg", usage: "@name [text]", summary: "talk to somebody in private" },
  { name: "invite", usage: "[@name]", summary: "bring somebody in, or make an invitation link" },
  { name: "edit", usage: "[number] [text]", summary: "change a message of yours, the last one without a number" },
  { name: "delete", usage: "[number]", summary: "delete a message, your last one without a number" },
  { name: "reply", usage: "[number] [text]", summary: "answer a message, the last one without a number" },
  { name: "reveal", usage: "", summary: "show or cover spoilers, and what people wrote whom you blocked" },
  { name: "search-room", usage: "text", summary: "find public rooms by name, and messages of this room" },
  {
    name: "goto",
    usage: "number | end | date | link | #room [number] | @name [number]",
    summary: "show a message, also one that a link leads to, a day, or another room",
  },
  { name: "retry", usage: "", summary: "send again what was refused" },
  { name: "discard", usage: "", summary: "throw away what was refused" },
  { name: "quit", usage: "", summary: "leave Parley" },
] as const satisfies readonly CommandDescription[];

/** Every command of the composer. */
export const slashCommands: readonly (CommandDescription & { readonly name: SlashName })[] = [
  ...screenCommands,
  ...peopleCommands,
];

export type ScreenCommand = (typeof screenCommands)[number]["name"];
export type SlashName = ScreenCommand | PeopleCommand;

export interface SlashCommand {
  readonly name: SlashName;
  /** Everything behind the name, trimmed. */
  readonly rest: string;
}

/** What a submitted text is: a command, a wrong one with what may have been meant, or a message. */
export type Submission =
  | { readonly kind: "command"; readonly command: SlashCommand }
  | { readonly kind: "unknown"; readonly name: string; readonly suggestions: readonly string[] }
  | { readonly kind: "message"; readonly body: string };

/** `//` begins a message that itself begins with a slash. */
export function readSubmission(text: string): Submission {
  if (text.startsWith("//")) return { kind: "message", body: text.slice(1) };
  const written = slashed(text);
  if (!written) return { kind: "message", body: text };
  const { name, rest } = written;
  const known = slashCommands.find((command) => command.name === name);
  if (known) return { kind: "command", command: { name: known.name, rest } };
  return { kind: "unknown", name, suggestions: suggestionsFor(name) };
}

/** Commands that begin alike, or are at most two slips of the finger away. */
function suggestionsFor(name: string): string[] {
  const names = slashCommands.map((command) => command.name);
  const close = names.filter((known) => known.startsWith(name) || slips(name, known) <= 2);
  return close.map((known) => `/${known}`).slice(0, 3);
}

/** Levenshtein's distance. */
function slips(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      const best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1));
      next.push(best);
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
