/** Rules of style that no linter has: every file of ours is read once, and every breach is a line. */
import { type Dirent, globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

type Rule = { says: string; files: RegExp; pattern: RegExp };

const root = join(import.meta.dirname, "..");
const source = /^(packages|e2e|bin)\/.*\.(ts|tsx|js|css|html)$/;

const lineRules: Rule[] = [
  { says: "no @ts-ignore", files: source, pattern: /@ts-ignore|@ts-nocheck/ },
  { says: "@ts-expect-error needs a reason", files: source, pattern: /@ts-expect-error\s*(\*\/.*)?$/ },
  {
    says: "a lint rule is obeyed or changed, not suppressed without a reason",
    files: source,
    pattern: /biome-ignore [^:]*$/,
  },
  { says: "no work left for later in a comment", files: source, pattern: /\b(TODO|FIXME|XXX|HACK)\b/ },
  {
    says: "no test switched off",
    files: /\.(test|spec)\.tsx?$/,
    pattern: /\b(test|it|describe)\.(skip|only|todo|fixme)\b/,
  },
  { says: "the lock file names no registry", files: /^package-lock\.json$/, pattern: /"resolved": "https?:/ },
];

/** A thing with no noun has no home yet. A service worker is the web's own word. */
const namelessPath = /(^|[/.-])(utils?|helpers?|common|shared|managers?|services?(?!-worker))([/.-]|$)/;

const breaches: string[] = [];
for (const path of ourFiles()) {
  if (namelessPath.test(path)) breaches.push(`${path}: a path without a noun`);
  if (path !== "bin/source-rules.ts") checkLines(path);
}
for (const breach of breaches) console.error(breach);
process.exitCode = breaches.length > 0 ? 1 : 0;

function checkLines(path: string): void {
  const rules = lineRules.filter((rule) => rule.files.test(path));
  if (rules.length === 0) return;
  for (const [index, line] of readFileSync(join(root, path), "utf8").split("\n").entries()) {
    for (const rule of rules) if (rule.pattern.test(line)) breaches.push(`${path}:${index + 1}: ${rule.says}`);
  }
}

function ourFiles(): string[] {
  const notOurs = /^(node_modules|dist|dist\..*|artefacts)$/;
  const exclude = (entry: Dirent) => notOurs.test(entry.name);
  const found = globSync(["package-lock.json", "{packages,e2e,bin}/**/*"], { cwd: root, exclude, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name)));
}
