import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { root } from "./parley.ts";

/** The commit that was tried, with a mark if something was not committed. */
export function commit(): string {
  const git = (...args: string[]): string => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
  const isDirty = git("status", "--porcelain", "--", "packages").length > 0;
  return `${git("rev-parse", "--short", "HEAD")}${isDirty ? " with local changes" : ""}`;
}

/** The machine in general words. */
export function machine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  const disk = readFileSync("/proc/mounts", "utf8").match(/^\S+ \/ (\w+)/m)?.[1] ?? "unknown";
  return `${cpus().length} cores of ${cpus()[0]?.model ?? "an unknown processor"}, ${memory} GB of memory, ${disk}, Linux, Node ${process.versions.node}`;
}

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Writes a generated document under `docs/`. */
export function writeDocument(path: string, text: string): void {
  const file = join(root, "docs", path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${text.trimEnd()}\n`);
}
