import { execFileSync } from "node:child_process";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { temporaryFolder } from "../proof/rig/parley.ts";
import { commit, machine, today, writeDocument } from "../proof/rig/report.ts";
import { connectStorm, idleMemory } from "./connections.ts";
import { layouts } from "./layouts.ts";
import { startParleyTarget } from "./parley-target.ts";
import { type Row, settings as settingsOf } from "./row.ts";
import { searching } from "./search.ts";
import { coldStart, syncsPerMessage } from "./storage.ts";
import { cores, startSocketIo } from "./target.ts";
import { webClient } from "./web.ts";
import { ackLatency, directMessages, fanOut, oneInFlight, roomsOfTwenty } from "./workloads.ts";

/**
 * performance.md, measured as ratios in one interleaved run: Parley, a bare Socket.IO server and the tutorial server,
 * each on one core, the load on the other. `--quick`, `--rows 1,2`, `--write` keeps the table in docs/benchmarks.md.
 * `--search`: row 12, which takes minutes to fill and go through, and is left out otherwise.
 */
const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    rows: { type: "string" },
    write: { type: "boolean", default: false },
    search: { type: "boolean", default: false },
  },
});
const settings = settingsOf(values.quick);
const wanted = values.rows?.split(",");
const isWanted = (...rows: string[]): boolean => wanted === undefined || rows.some((row) => wanted.includes(row));

execFileSync("taskset", ["-p", "-c", String(cores.load), String(process.pid)], { stdio: "ignore" });

const rows: Row[] = [];
const startedAt = Date.now();
async function measure(numbers: string[], run: () => Promise<Row[]>): Promise<void> {
  if (!isWanted(...numbers)) return;
  for (const row of await run()) {
    rows.push(row);
    console.log(
      `${row.row.padStart(2)}  ${row.isMet ? "met " : "MISS"}  ${row.what}: ${row.measured}, to reach ${row.reach}`,
    );
  }
}

if (isWanted("1", "2", "3", "4", "5", "6")) {
  const database = join(temporaryFolder("bench"), "tutorial.db");
  const bare = await startSocketIo({ name: "bare" });
  const tutorial = await startSocketIo({ name: "tutorial", env: { DATABASE: database } });
  const parley = await startParleyTarget({ people: 1_000, layouts });
  const targets = { bare, tutorial, parley };
  await measure(["1"], () => fanOut(targets, settings));
  await measure(["2"], () => oneInFlight(targets, settings));
  await measure(["3"], () => roomsOfTwenty(targets, settings));
  await measure(["4", "5"], () => directMessages(targets, settings));
  await measure(["6"], () => ackLatency(targets, settings));
  for (const target of [bare, tutorial, parley]) await target.stop();
}
await measure(["7"], () => idleMemory(settings));
await measure(["8"], () => connectStorm(settings));
await measure(["9"], () => syncsPerMessage(settings));
await measure(["11"], () => coldStart(settings));
if (values.search) await measure(["12"], () => searching(settings));
// A browser has as many cores as its machine.
execFileSync("taskset", ["-p", "-c", `0-${cpus().length - 1}`, String(process.pid)], { stdio: "ignore" });
await measure(["13"], () => webClient());

const seconds = Math.round((Date.now() - startedAt) / 1000);
const table = [
  "| # | what | against | reach | then | measured | reached |",
  "| --- | --- | --- | --: | --: | --: | :-: |",
  ...rows.map(
    (row) =>
      `| ${row.row} | ${row.what} | ${row.against} | ${row.reach} | ${row.later} | ${row.measured} | ${row.isMet ? "yes" : "no"} |`,
  ),
].join("\n");
console.log(`\n${table}\n\n${seconds} s`);
if (values.write) {
  writeDocument(
    "benchmarks.md",
    `# Benchmarks

${today()}, commit ${commit()}, ${machine()}. \`npm run bench${values.quick ? " -- --quick" : ""}\`, ${seconds} s.

${table}

Rows 1 to 6 are one interleaved run: each server on one core, the load on the other, loopback, messages of 120
characters; ${settings.rounds} slices of ${settings.measureMs / 1000} s per server and workload, taken in turns, the median counts. The figure
is CPU time of the server, user and system, all its threads, for one delivery or one acked message; the ratio is the
other server's figure divided by Parley's. Parley signs in, checks membership, validates and fsyncs before it acks;
the bare server does none of that. Limiters are off.`,
  );
}
process.exit(rows.every((row) => row.isMet) ? 0 : 1);
