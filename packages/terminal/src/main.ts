import { homedir } from "node:os";
import { join } from "node:path";
import { type Invocation, readArguments } from "./arguments.ts";
import { type ExitCode, exitCodes, toFailure } from "./failure.ts";
import { run } from "./run.ts";
import type { Surroundings } from "./streams.ts";

const INTERRUPTED = 130;

/** The process as one run's surroundings. A closed pipe or a signal ends it quietly; a second signal at once. */
function surroundings(): Surroundings {
  const gone = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => (gone.signal.aborted ? process.exit(INTERRUPTED) : gone.abort()));
  }
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => gone.abort());
  const { PARLEY_PASSWORD, XDG_CONFIG_HOME, APPDATA } = process.env;
  const configuration = XDG_CONFIG_HOME || (process.platform === "win32" && APPDATA) || join(homedir(), ".config");
  return {
    input: process.stdin,
    output: process.stdout,
    errors: process.stderr,
    password: PARLEY_PASSWORD || null,
    defaultProfile: join(configuration, "parley"),
    signal: gone.signal,
  };
}

async function main(): Promise<ExitCode> {
  let invocation: Invocation | undefined;
  try {
    invocation = readArguments(process.argv.slice(2));
    return await run(invocation, surroundings());
  } catch (error) {
    const server = invocation && "options" in invocation ? invocation.options.server : "the server";
    const failure = toFailure(error, server);
    process.stderr.write(`${failure.message}\n`);
    if (failure.exitCode === exitCodes.wrongUse) process.stderr.write("--help says more.\n");
    return failure.exitCode;
  }
}

const code = await main();
// What was written must be out before the process ends; nothing else is worth waiting for.
process.stdout.write("", () => process.stderr.write("", () => process.exit(code)));
