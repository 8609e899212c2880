#!/usr/bin/env node
// The sources are TypeScript, which Node runs itself from version 24 on. An older one hands over to the Node that came
// with the project.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const main = join(here, "../src/main.ts");

/** The nearest `node_modules/.bin/node` above `folder`. */
function nodeAbove(folder) {
  const found = join(folder, "node_modules/.bin", process.platform === "win32" ? "node.cmd" : "node");
  if (existsSync(found)) return found;
  const parent = dirname(folder);
  return parent === folder ? undefined : nodeAbove(parent);
}

function handOver() {
  const node = nodeAbove(here);
  if (!node) {
    console.error("Parley in a terminal needs Node 24 or newer.");
    process.exit(1);
  }
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.once("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

if (Number(process.versions.node.split(".")[0]) >= 24) await import(main);
else handOver();
