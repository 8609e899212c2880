import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { firstLoad } from "./first-load.ts";

const budgetBytes = 150 * 1024;
const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "parley-web-"));

/** In a process of its own: under a test runner React builds as for development, twice the size. */
beforeAll(async () => {
  const vite = join(dirname(createRequire(import.meta.url).resolve("vite/package.json")), "bin", "vite.js");
  const args = [vite, "build", "--outDir", folder, "--emptyOutDir", "--logLevel", "error"];
  await promisify(execFile)(process.execPath, args, { cwd: root, env: { ...process.env, NODE_ENV: "production" } });
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the first load of the conversation is at most 150 KB gzipped", () => {
  const files = firstLoad(folder);
  const total = [...files.values()].reduce((sum, size) => sum + size, 0);
  const report = [...files].map(([file, size]) => `${size} ${file}`).join("\n");
  expect(total, report).toBeLessThanOrEqual(budgetBytes);
  // A page of scripts: nothing that small can be the whole client.
  expect(total).toBeGreaterThan(budgetBytes / 4);
});
