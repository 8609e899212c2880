/** Checks the checker: a tree with one breach of each kind, and the rules that must refuse it. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const tree = mkdtempSync(join(tmpdir(), "parley-boundaries-"));
afterAll(() => rmSync(tree, { recursive: true, force: true }));

/** File → what it imports. Each line with a rule must be refused by that rule; the others must pass. */
const imports: Record<string, [module: string, refusedBy?: string][]> = {
  "packages/contract/src/index.ts": [["zod"], ["@parley/client", "package-contract"]],
  "packages/client/src/index.ts": [],
  "packages/web/src/main.tsx": [["@parley/client"], ["./app.tsx"], ["@parley/server", "package-web"]],
  "packages/web/src/app.tsx": [["@parley/contract"]],
  "packages/terminal/src/main.ts": [["@parley/contract"], ["../../client/src/index.ts", "by-package-name"]],
  "e2e/talk.ts": [["@parley/client"], ["@parley/server", "package-e2e"]],
  "packages/server/src/main.ts": [["./app.ts"], ["./store/dialects/sqlite.ts"]],
  "packages/server/src/app.ts": [["./http/routes.ts"]],
  "packages/server/src/drawer.ts": [["./app.ts", "every-file-has-a-layer"]],
  "packages/server/src/http/routes.ts": [["fastify"], ["../execute.ts"], ["../store/rooms.ts", "server-http"]],
  "packages/server/src/execute.ts": [["./features/rooms.ts"], ["socket.io", "only-realtime"]],
  "packages/server/src/features/rooms.ts": [
    ["../store/rooms.ts"],
    ["../domain/rooms.ts"],
    ["./messages.ts", "no-feature-imports-a-feature"],
    ["../store/dialects/sqlite.ts", "which-database"],
  ],
  "packages/server/src/features/messages.ts": [["kysely", "only-store"]],
  "packages/server/src/domain/rooms.ts": [
    ["@parley/contract"],
    ["node:fs", "domain-is-pure"],
    ["../store/rooms.ts", "server-domain"],
  ],
  "packages/server/src/store/rooms.ts": [["kysely"], ["./cycle.ts"]],
  "packages/server/src/store/cycle.ts": [["./rooms.ts", "no-cycles"]],
  "packages/server/src/store/dialects/sqlite.ts": [["node:sqlite"]],
  "packages/server/src/cluster/local.ts": [["../lib/clock.ts", "server-cluster"]],
  "packages/server/src/lib/clock.ts": [["@parley/contract", "lib-is-nobodys"]],
};

const entry = { contract: "index.ts", client: "index.ts", server: "app.ts" };

function plant(): void {
  for (const [path, modules] of Object.entries(imports)) {
    const lines = modules.map(([module], index) => `import * as m${index} from "${module}";`);
    const uses = `export const used = [${modules.map((_, index) => `m${index}`).join(", ")}];`;
    const component = path.endsWith(".tsx") ? ["export const Part = () => <p>JSX is read too</p>;"] : [];
    put(path, [...lines, uses, ...component].join("\n"));
  }
  for (const [name, file] of Object.entries(entry)) {
    put(`packages/${name}/package.json`, JSON.stringify({ name: `@parley/${name}`, exports: `./src/${file}` }));
    mkdirSync(join(tree, "node_modules/@parley"), { recursive: true });
    symlinkSync(join(tree, "packages", name), join(tree, "node_modules/@parley", name));
  }
  for (const name of ["zod", "kysely", "fastify", "socket.io"]) {
    symlinkSync(join(root, "node_modules", name), join(tree, "node_modules", name));
  }
}

function put(path: string, text: string): void {
  mkdirSync(join(tree, dirname(path)), { recursive: true });
  writeFileSync(join(tree, path), text);
}

type Violation = { from: string; rule: { name: string } };

function cruise(): Set<string> {
  const config = join(root, ".dependency-cruiser.js");
  const depcruise = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const args = [depcruise, "--config", config, "--output-type", "json", "packages", "e2e"];
  const report: unknown = JSON.parse(execFileSync(process.execPath, args, { cwd: tree, encoding: "utf8" }));
  const { violations } = (report as { summary: { violations: Violation[] } }).summary;
  return new Set(violations.map((violation) => `${violation.from}: ${violation.rule.name}`));
}

test("every breach is refused by its rule, and what is allowed passes", () => {
  plant();
  const refused = Object.entries(imports).flatMap(([path, modules]) =>
    modules.flatMap(([, rule]) => (rule ? [`${path}: ${rule}`] : [])),
  );
  const found = cruise();
  expect([...found].sort()).toEqual(refused.sort());
});
