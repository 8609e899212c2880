import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { firstLoad } from "./first-load.ts";

const budgetBytes = 150 * 1024;
const folder = mkdtempSync(join(tmpdir(), "parley-web-"));

beforeAll(async () => {
  const root = join(import.meta.dirname, "..");
  await build({
    root,
    configFile: join(root, "vite.config.ts"),
    mode: "production",
    logLevel: "error",
    build: { outDir: folder, emptyOutDir: true },
  });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the first load of the conversation is at most 150 KB gzipped", () => {
  const files = firstLoad(folder);
  const total = [...files.values()].reduce((sum, size) => sum + size, 0);
  const report = [...files].map(([file, size]) => `${size} ${file}`).join("\n");
  expect(total, report).toBeLessThanOrEqual(budgetBytes);
  // A page of scripts: nothing that small can be the whole client.
  expect(total).toBeGreaterThan(budgetBytes / 4);
});

