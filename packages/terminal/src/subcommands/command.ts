import type { ParleyClient } from "@parley/client";
import type { PeopleCommand } from "../commands/catalog.ts";
import type { CommandContext } from "../commands/context.ts";
import { runPeopleCommand } from "../commands/run.ts";
import { type ExitCode, exitCodes } from "../failure.ts";
import { printAnswer } from "../plain/commands.ts";
import { type Surroundings, writeLine } from "../streams.ts";
import { jsonLine } from "../text/json.ts";

export interface CommandOptions {
  readonly client: ParleyClient;
  readonly context: CommandContext;
  readonly name: PeopleCommand;
  readonly rest: string;
  readonly isJson: boolean;
  readonly surroundings: Surroundings;
}

/** Does one command about people and prints what came of it. */
export async function command(options: CommandOptions): Promise<ExitCode> {
  const { client, context, name, rest, isJson, surroundings } = options;
  if (name === "friends") await friendsSeen(client, surroundings.signal);
  const answer = await runPeopleCommand(context, name, rest);
  if (!isJson) await printAnswer(surroundings, answer);
  else for (const fact of answer.facts) await writeLine(surroundings.output, jsonLine(fact));
  return exitCodes.ok;
}

/** Resolves when it is known which friends are here. */
function friendsSeen(client: ParleyClient, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      off();
      resolve();
    };
    const off = client.on("event", (_, [name]) => {
      if (name === "presence:friends-changed") done();
    });
    signal.addEventListener("abort", done, { once: true });
    client.watch([], { friends: true });
  });
}
