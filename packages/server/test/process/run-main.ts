/** The server as a process of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const main = join(import.meta.dirname, "../../src/main.ts");

export interface Process {
  readonly child: ChildProcess;
  readonly output: { stdout: string; stderr: string };
  /** The exit code. */
  readonly ended: Promise<number | null>;
  /** The address it says that it listens on. */
  listening(): Promise<string>;
}

export function runMain(settings: Record<string, string> = {}, args: readonly string[] = []): Process {
  const { PATH = "", NODE_COMPILE_CACHE = "" } = process.env;
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH, NODE_COMPILE_CACHE, PARLEY_PORT: "0", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
    });
  }
  const ended = once(child, "close").then(([code]) => code as number | null);
  return {
    child,
    output,
    ended,
    async listening() {
      for (;;) {
        const url = /listens on (\S+)/.exec(output.stdout)?.[1];
        if (url !== undefined) return url;
        const isOver = await Promise.race([
          once(child.stdout ?? child, "data").then(() => false),
          ended.then(() => true),
        ]);
        if (isOver) throw new Error(`The server ended: ${output.stderr}`);
      }
    },
  };
}
