/** Builds packages/web into packages/web/dist, and remembers from what: an unchanged client is not built again. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { globSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const web = join(root, "packages/web");
const dist = join(web, "dist");
const stamp = join(web, "dist.stamp");

const sources = [
  "package-lock.json",
  "packages/web/{index.html,package.json,tsconfig.json,*.config.ts}",
  "packages/web/{build,src,public}/**/*",
  "packages/{client,contract}/package.json",
  "packages/{client,contract}/src/**/*",
];

export async function buildWeb(): Promise<void> {
  const wanted = hashOfSources();
  if (wanted === hashOfBuild()) return;
  console.error("Building the web client: its sources changed since the last time, or there was none.");
  const fresh = `${dist}.${process.pid}`;
  const code = await runVite(fresh);
  if (code === 0) put(fresh, wanted);
  rmSync(fresh, { recursive: true, force: true });
  if (code !== 0) process.exit(code);
}

function hashOfSources(): string {
  const hash = createHash("sha256");
  for (const path of globSync(sources, { cwd: root }).sort()) {
    const file = join(root, path);
    if (path.includes(".test.") || !statSync(file).isFile()) continue;
    hash.update(`${path}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function hashOfBuild(): string | undefined {
  try {
    readFileSync(join(dist, "index.html"));
    return readFileSync(stamp, "utf8");
  } catch {
    return undefined;
  }
}

/** Built aside and then put in place, so that a build cut short never leaves half a client to be served. */
function put(fresh: string, hash: string): void {
  rmSync(stamp, { force: true });
  rmSync(dist, { recursive: true, force: true });
  renameSync(fresh, dist);
  writeFileSync(stamp, hash);
}

/** Vite runs as a child: what it needs in memory must not stay with the server. */
function runVite(outDir: string): Promise<number> {
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const args = [vite, "build", "--outDir", outDir, "--emptyOutDir", "--logLevel", "warn"];
  const child = spawn(process.execPath, args, { cwd: web, stdio: ["ignore", 2, 2] });
  const stop = (signal: NodeJS.Signals) => child.kill(signal);
  process.on("SIGINT", stop).on("SIGTERM", stop);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      process.off("SIGINT", stop).off("SIGTERM", stop);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

if (import.meta.main) await buildWeb();
