import { execFile } from "node:child_process";
import process from "node:process";

export interface Run {
  readonly program: string;
  readonly args: readonly string[];
  /** What it answers with is no longer than this, or nothing. */
  readonly mostBytes: number;
}

const mostMs = 12_000;
/** Seconds of a core, and KiB of address space: whatever it meets in a file, it takes no more of the machine. */
const limits = "ulimit -t 10; ulimit -v 1500000";

/**
 * What another program says of a file; null if it fails, says too much, or takes too long. It is told nothing of our
 * environment, and ends with this process, as both are of one group.
 */
export function outputOf({ program, args, mostBytes }: Run): Promise<Buffer | null> {
  const isLimited = process.platform !== "win32";
  const [file, all] = isLimited
    ? ["/bin/sh", ["-c", `${limits}; exec "$0" "$@"`, program, ...args]]
    : [program, [...args]];
  const options = {
    timeout: mostMs,
    killSignal: "SIGKILL",
    maxBuffer: mostBytes,
    encoding: "buffer",
    env: {},
  } as const;
  return new Promise((resolve) => {
    execFile(file, all, options, (error, stdout) => resolve(error === null && stdout.length > 0 ? stdout : null));
  });
}
