import { enableCompileCache } from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";
import { readArguments } from "./arguments.ts";
import { type ExitCode, exitCodes, Failure } from "./failure.ts";
import { help } from "./help.ts";
import { pictureSurroundings } from "./pictures/way.ts";
import type { Surroundings } from "./streams.ts";

const INTERRUPTED = 130;

/** The process as one run's surroundings. A closed pipe or a signal ends it quietly; a second signal at once. */
function surroundings(): Surroundings {
  const gone = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => (gone.signal.aborted ? process.exit(INTERRUPTED) : gone.abort()));
  }
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => gone.abort());
  const { PARLEY_PASSWORD, PARLEY_CODE, XDG_CONFIG_HOME, APPDATA } = process.env;
  const configuration = XDG_CONFIG_HOME || (process.platform === "win32" && APPDATA) || join(homedir(), ".config");
  return {
    input: process.stdin,
    output: process.stdout,
    errors: process.stderr,
    password: PARLEY_PASSWORD || null,
    code: PARLEY_CODE || null,
    pictures: pictureSurroundings(process.env),
    defaultProfile: join(configuration, "parley"),
    signal: gone.signal,
  };
}

async function main(): Promise<ExitCode> {
  try {
    const invocation = readArguments(process.argv.slice(2));
    if (invocation.kind === "help") {
      process.stdout.write(help);
      return exitCodes.ok;
    }
    // Only now what takes its time to load: help and wrong use are answered at once. What was compiled is kept, which
    // halves the start; in the user's own folder, since who can write there can run code as this user.
    enableCompileCache(join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "parley"));
    const { run } = await import("./run.ts");
    return await run(invocation, surroundings());
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const more = error.exitCode === exitCodes.wrongUse ? " --help says more." : "";
    process.stderr.write(`${error.message}${more}\n`);
    return error.exitCode;
  }
}

const code = await main();
// What was written must be out before the process ends; nothing else is worth waiting for.
process.stdout.write("", () => process.stderr.write("", () => process.exit(code)));
