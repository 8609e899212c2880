import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";

/** A program that we started, and what it said. */
export interface Running {
  readonly child: ChildProcess;
  readonly pid: number;
  /** Everything printed so far, both streams. */
  output(): string;
  /** Resolves with the first match of `pattern` in the output; rejects when the program ends first, or too late. */
  says(pattern: RegExp, timeoutMs?: number): Promise<RegExpMatchArray>;
  /** Signals, and resolves with the exit code once it is gone. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
  readonly ended: Promise<number | null>;
}

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Core to be pinned to. */
  readonly core?: number;
}

const outputCap = 200_000;

/** Starts a program. It never outlives this process: it is killed on exit. */
export function run(program: Program): Running {
  const pinned = program.core === undefined ? [] : ["taskset", "-c", String(program.core)];
  const [command = program.command, ...args] = [...pinned, program.command, ...program.args];
  const child = spawn(command, args, {
    cwd: program.cwd,
    env: { ...process.env, ...program.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`could not start ${program.command}`);
  const killOnExit = (): void => void child.kill("SIGKILL");
  process.once("exit", killOnExit);
  let text = "";
  const listeners = new Set<() => void>();
  const take = (chunk: Buffer): void => {
    text = (text + chunk.toString("utf8")).slice(-outputCap);
    for (const listener of listeners) listener();
  };
  child.stdout.on("data", take);
  child.stderr.on("data", take);
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", (code) => {
      process.removeListener("exit", killOnExit);
      resolve(code);
    });
  });
  const says = (pattern: RegExp, timeoutMs = 30_000): Promise<RegExpMatchArray> =>
    new Promise((resolve, reject) => {
      const finish = (settle: () => void): void => {
        listeners.delete(look);
        clearTimeout(timer);
        settle();
      };
      const look = (): void => {
        const match = text.match(pattern);
        if (match) finish(() => resolve(match));
      };
      const timer = setTimeout(
        () => finish(() => reject(new Error(`no ${pattern} within ${timeoutMs} ms; it said:\n${text.slice(-2000)}`))),
        timeoutMs,
      );
      listeners.add(look);
      ended.then((code) =>
        finish(() => reject(new Error(`ended with ${code} before ${pattern}:\n${text.slice(-2000)}`))),
      );
      look();
    });
  const end = (signal: NodeJS.Signals = "SIGKILL"): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    return ended;
  };
  return { child, pid, output: () => text, says, end, ended };
}

/** A TCP port of the loopback address that nobody has at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

const ticksPerSecond = 100;

/** CPU time of a process so far, user and system, all its threads, in microseconds. */
export function cpuMicroseconds(pid: number): number {
  let nanoseconds = 0;
  try {
    for (const task of readdirSync(`/proc/${pid}/task`)) {
      nanoseconds += Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, "utf8").split(" ")[0]);
    }
  } catch {
    nanoseconds = 0;
  }
  if (nanoseconds > 0) return nanoseconds / 1000;
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return ((Number(fields[11]) + Number(fields[12])) * 1_000_000) / ticksPerSecond;
}

/** Resident memory of a process in bytes. */
export function residentBytes(pid: number): number {
  const match = readFileSync(`/proc/${pid}/status`, "utf8").match(/VmRSS:\s+(\d+) kB/);
  return Number(match?.[1] ?? 0) * 1024;
}
