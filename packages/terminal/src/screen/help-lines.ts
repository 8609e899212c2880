import { type CommandDescription, peopleCommands } from "../commands/catalog.ts";
import { type Line, span } from "../text/spans.ts";
import { screenCommands } from "./slash-command.ts";

const keys = [
  ["Enter", "send; Alt+Enter or Ctrl+J breaks the line"],
  ["Tab", "complete a command, #room, @name or :emoji:"],
  ["↑ in an empty composer", "change your last message; Esc gives up"],
  ["Ctrl+P, Ctrl+N", "what you sent before"],
  ["Alt+↑, Alt+↓", "other rooms; with Shift, unread ones"],
  ["PgUp, PgDn", "older and newer messages"],
] as const;

/** What /help shows. */
export function helpLines(): Line[] {
  const described = ({ name, usage, summary }: CommandDescription) => [`/${name} ${usage}`.trim(), summary] as const;
  return [...screenCommands.map(described), ...keys, ...peopleCommands.map(described)].map(([what, meaning]) => [
    span(what, { color: "cyan" }),
    span(`  ${meaning}`, { isDim: true }),
  ]);
}
