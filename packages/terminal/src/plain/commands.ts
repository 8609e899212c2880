import type { HttpServer, ParleyClient } from "@parley/client";
import type { RoomId } from "@parley/contract";
import type { Answer } from "../commands/answer.ts";
import type { PeopleCommand } from "../commands/catalog.ts";
import type { CommandContext } from "../commands/context.ts";
import { runPeopleCommand } from "../commands/run.ts";
import { peopleCommandNamed, slashed } from "../commands/slashed.ts";
import { askHidden } from "../hidden-prompt.ts";
import type { LineReader } from "../line-reader.ts";
import { type Surroundings, writeLine } from "../streams.ts";
import { lineText } from "../text/spans.ts";
import { visible } from "../text/visible.ts";

export interface PlainContextOptions {
  readonly client: ParleyClient;
  readonly server: HttpServer;
  readonly roomId: RoomId | null;
  /** Where answers to questions come from; null where nobody answers. */
  readonly lines: LineReader | null;
  readonly surroundings: Surroundings;
}

/** What commands are given where there are only lines: what they ask and say on the way stands apart, on `errors`. */
export function plainContext({ lines, surroundings, ...rest }: PlainContextOptions): CommandContext {
  const { errors, signal } = surroundings;
  return {
    ...rest,
    signal,
    clock: Date.now,
    say: (text) => void errors.write(`${visible(text)}\n`),
    ask: async (question, { isHidden }) => {
      if (isHidden) return await askHidden(surroundings, `${question} `);
      if (!lines) return null;
      errors.write(`${question} `);
      return await lines.next(signal);
    },
  };
}

export interface WrittenCommand {
  readonly name: PeopleCommand;
  readonly rest: string;
}

/** The command that a line is, or null: it is a message then. */
export function commandIn(line: string): WrittenCommand | null {
  const written = slashed(line);
  const name = written && line.startsWith("/") ? peopleCommandNamed(written.name) : undefined;
  return written && name ? { name, rest: written.rest } : null;
}

/** Does it and prints what came of it; false when it was refused, which is said on `errors`. */
export async function runLine(
  context: CommandContext,
  command: WrittenCommand,
  surroundings: Surroundings,
): Promise<boolean> {
  try {
    await printAnswer(surroundings, await runPeopleCommand(context, command.name, command.rest));
    return true;
  } catch (error) {
    surroundings.errors.write(`Not done: ${visible(error instanceof Error ? error.message : String(error))}\n`);
    return false;
  }
}

export async function printAnswer({ output }: Surroundings, { lines }: Answer): Promise<void> {
  for (const line of lines) await writeLine(output, lineText(line).trimEnd());
}
