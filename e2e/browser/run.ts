/**
 * `npm run -w e2e test`: the browser tests. Arguments go to Playwright: `-- --project=firefox`, `-- away --headed`.
 * The last line is the sum, and the code is not zero when anything failed.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildWeb } from "../../bin/web-build.ts";

await buildWeb();
const folder = mkdtempSync(join(tmpdir(), "parley-browser-"));
const report = join(folder, "report.json");
const code = await playwright(process.argv.slice(2));
const stats = statsOf(report);
rmSync(folder, { recursive: true, force: true });
const failed = stats.unexpected === 0 && code !== 0 ? 1 : stats.unexpected;
console.log(`${stats.expected} passed, ${failed} failed${stats.skipped > 0 ? `, ${stats.skipped} skipped` : ""}`);
process.exitCode = failed > 0 ? 1 : 0;

function playwright(args: readonly string[]): Promise<number> {
  const child = spawn("playwright", ["test", "--reporter=list,json", ...args], {
    cwd: join(import.meta.dirname, ".."),
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    stdio: ["ignore", "inherit", "inherit"],
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => child.kill("SIGINT"));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (exitCode) => resolve(exitCode ?? 1));
  });
}

/** Of Playwright's JSON report; nothing ran if there is none. */
function statsOf(file: string): { expected: number; unexpected: number; skipped: number } {
  try {
    const { stats } = JSON.parse(readFileSync(file, "utf8"));
    return { expected: stats.expected, unexpected: stats.unexpected + stats.flaky, skipped: stats.skipped };
  } catch {
    return { expected: 0, unexpected: 0, skipped: 0 };
  }
}
