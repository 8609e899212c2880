import { slashCommands } from "./slash-command.ts";
import { type Line, span } from "./spans.ts";

const keys = [
  ["Enter", "send; Alt+Enter or Ctrl+J breaks the line"],
  ["Tab", "complete a command, #room or @name"],
  ["↑ in an empty composer", "change your last message; Esc gives up"],
  ["Ctrl+P, Ctrl+N", "what you sent before"],
  ["Alt+↑, Alt+↓", "other rooms; with Shift, unread ones"],
  ["PgUp, PgDn", "older and newer messages"],
] as const;

/** What /help shows. */
export function helpLines(): Line[] {
  const commands = slashCommands.map(({ name, usage, summary }) => [`/${name} ${usage}`.trim(), summary] as const);
  return [...commands, ...keys].map(([what, meaning]) => [
    span(what, { color: "cyan" }),
    span(`  ${meaning}`, { isDim: true }),
  ]);
}
