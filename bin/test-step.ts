/** Runs one step of `npm test` and counts what it did. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { missingPackages } from "./system-packages.ts";
import type { Step } from "./test-steps.ts";

export type Outcome = {
  step: string;
  command: string;
  passed: number;
  failed: number;
  /** Why something of it did not run; in CI that is a failure instead. */
  skipped?: string;
  output: string;
  durationMs: number;
};

type Counts = { passed: number; failed: number; skipped: number };

const root = join(import.meta.dirname, "..");
const running = new Set<ChildProcess>();

/** In CI what cannot run has failed; on anybody's own machine it is named as skipped. */
export async function runStep(step: Step, inCi: boolean): Promise<Outcome> {
  const startedAt = Date.now();
  const outcome = { step: step.name, command: step.command.join(" "), output: "", passed: 0, failed: 0, durationMs: 0 };
  const missing = missingPackages(step.needs ?? []);
  if (missing.length > 0) return couldNotRun(outcome, { why: `this machine has no ${missing.join(", ")}`, inCi });

  const folder = mkdtempSync(join(tmpdir(), "parley-test-"));
  const reportFile = join(folder, "report.json");
  const { code, output } = await execute(step, reportFile);
  const { skipped, ...counts } = count({ step, code, output, reportFile });
  rmSync(folder, { recursive: true, force: true });
  const done = { ...outcome, ...counts, output, durationMs: Date.now() - startedAt };
  return skipped > 0 ? couldNotRun(done, { why: `${skipped} skipped`, inCi }) : done;
}

/** Stops what is running, its children included. */
export function stopStep(): void {
  for (const child of running) killGroup(child);
}

function couldNotRun(outcome: Outcome, { why, inCi }: { why: string; inCi: boolean }): Outcome {
  return inCi
    ? { ...outcome, failed: outcome.failed + 1, output: `${outcome.output}\nIn CI everything must run, but: ${why}.` }
    : { ...outcome, skipped: why };
}

function execute(step: Step, reportFile: string): Promise<{ code: number; output: string }> {
  const [command = "", ...rest] = step.command;
  const report = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
  const child = spawn(command, [...rest, ...(step.counts === "vitest" ? report : [])], {
    cwd: root,
    detached: true,
    env: {
      ...process.env,
      ...step.env,
      FORCE_COLOR: "0",
      NO_COLOR: "1",
      // Hundreds of servers and clients are started, each of the same four hundred files: compiled once, for all of them.
      NODE_COMPILE_CACHE: join(root, "node_modules/.cache/compile"),
      PATH: `${join(root, "node_modules/.bin")}${delimiter}${process.env.PATH}`,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
  const limitMinutes = step.limitMinutes ?? 5;
  const limit = setTimeout(() => {
    chunks.push(Buffer.from(`\nStopped: it took longer than ${limitMinutes} minutes.\n`));
    killGroup(child);
  }, limitMinutes * 60_000);
  return new Promise((resolve) => {
    const end = (code: number) => {
      clearTimeout(limit);
      running.delete(child);
      resolve({ code, output: Buffer.concat(chunks).toString() });
    };
    child.once("error", (error) => {
      chunks.push(Buffer.from(String(error)));
      end(127);
    });
    child.once("exit", () => killGroup(child));
    child.once("close", (code) => end(code ?? 1));
  });
}

/** A step leaves no process behind: whatever it started goes with it. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function count(ran: { step: Step; code: number; output: string; reportFile: string }): Counts {
  const counters = {
    one: () => ({ passed: ran.code === 0 ? 1 : 0, failed: 0, skipped: 0 }),
    vitest: () => vitestCounts(ran.reportFile),
    "last line": () => lastLine(ran.output),
  };
  const counts = counters[ran.step.counts]() ?? { passed: 0, failed: 0, skipped: 0 };
  const nothingRan = counts.passed + counts.failed + counts.skipped === 0;
  return counts.failed === 0 && (ran.code !== 0 || nothingRan) ? { ...counts, failed: 1 } : counts;
}

function vitestCounts(file: string): Counts | undefined {
  try {
    const report: unknown = JSON.parse(readFileSync(file, "utf8"));
    const of = (key: string) => Number(Object(report)[key] ?? 0);
    return {
      passed: of("numPassedTests"),
      failed: of("numFailedTests"),
      skipped: of("numPendingTests") + of("numTodoTests"),
    };
  } catch {
    return undefined;
  }
}

function lastLine(output: string): Counts | undefined {
  const found = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(output.trimEnd().split("\n").at(-1) ?? "");
  return found ? { passed: Number(found[1]), failed: Number(found[2]), skipped: Number(found[3] ?? 0) } : undefined;
}
