/** Rules of style that no linter has: every tracked file is read once, and every breach is a line. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

type Rule = { says: string; files: RegExp; pattern: RegExp };

const root = join(import.meta.dirname, "..");
const source = /^(packages|e2e|bin)\/.*\.(ts|tsx|js|css|html)$/;

const lineRules: Rule[] = [
  { says: "no @ts-ignore", files: source, pattern: /@ts-ignore|@ts-nocheck/ },
  { says: "@ts-expect-error needs a reason", files: source, pattern: /@ts-expect-error\s*(\*\/.*)?$/ },
  { says: "no any", files: source, pattern: /(:|\bas)\s+any\b(?![\w\s]*["'`])/ },
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
for (const path of execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" }).split("\0")) {
  if (/^(packages|e2e|bin)\//.test(path) && namelessPath.test(path)) breaches.push(`${path}: a path without a noun`);
  if (path !== "bin/source-rules.ts") checkLines(path);
}
for (const breach of breaches) console.error(breach);
process.exitCode = breaches.length > 0 ? 1 : 0;

function checkLines(path: string): void {
  const rules = lineRules.filter((rule) => rule.files.test(path));
  if (rules.length === 0) return;
  for (const [index, line] of read(path).split("\n").entries()) {
    for (const rule of rules) if (rule.pattern.test(line)) breaches.push(`${path}:${index + 1}: ${rule.says}`);
  }
}

/** A tracked file may be deleted in the working copy. */
function read(path: string): string {
  try {
    return readFileSync(join(root, path), "utf8");
  } catch {
    return "";
  }
}
