import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type MessageId, newId } from "@parley/contract";
import { powerSabotage } from "./bad/sabotages.ts";
import { type CutResult, cutAtRandom } from "./power/cuts.ts";
import { readTrace, tracer } from "./power/trace.ts";
import { makeRoomOf, openCaller } from "./rig/crowd.ts";
import { freePort, startParley, temporaryFolder } from "./rig/parley.ts";
import { seeded } from "./rig/random.ts";
import { commit, machine, today, writeDocument } from "./rig/report.ts";
import { until } from "./rig/waiting.ts";

/**
 * R2: what was acked survives a power cut. The server's system calls are traced under load; at random moments the data
 * folder is rebuilt from what was fsynced and any part of the rest, opened, and compared with the acks that had left.
 * `--rounds`, `--seed`; `--bad` runs the same with synchronous=NORMAL, which must lose some; `--write` keeps the result.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "50" },
    seed: { type: "string" },
    bad: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const cutsPerTrace = 100;
const messagesPerTrace = 3_000;
const talkers = 12;

/** Runs the server under the tracer until enough messages are acked, kills it, and answers where the trace is. */
async function traceServer(folder: string, isBad: boolean): Promise<{ trace: string; data: string }> {
  const trace = join(folder, "trace");
  const data = join(folder, "data");
  const port = await freePort();
  const [strace = "", ...options] = tracer(trace);
  const server = await startParley({
    data,
    port,
    // The tracer as a grandchild: our child is the server itself, so that it is what we kill.
    under: [strace, "-D", ...options],
    ...(isBad && {
      nodeOptions: ["--import", "./e2e/proof/bad/sabotage.ts"],
      env: { PARLEY_PROOF_SABOTAGE: powerSabotage.name },
    }),
  });
  const { people, roomId } = await makeRoomOf(port, talkers);
  const callers = await Promise.all(people.map((person) => openCaller(port, person)));
  let acked = 0;
  const deadline = performance.now() + 30_000;
  const talk = async (at: number): Promise<void> => {
    const caller = callers[at % callers.length];
    while (caller && acked < messagesPerTrace && performance.now() < deadline) {
      const body = "A message that must not be lost. ".repeat(1 + (acked % 120));
      const reply = await caller.call("message:send", { id: newId<MessageId>(Date.now()), roomId, body });
      if (reply?.ok) acked += 1;
      else throw new Error(`refused: ${JSON.stringify(reply)}`);
    }
  };
  await Promise.all(Array.from({ length: talkers * 3 }, (_, at) => talk(at)));
  const tracerPid = readFileSync(`/proc/${server.pid}/status`, "utf8").match(/TracerPid:\s+(\d+)/)?.[1];
  await server.end("SIGKILL");
  await until(() => !existsSync(`/proc/${tracerPid}`), 20_000);
  return { trace, data };
}

async function runRounds(
  rounds: number,
  isBad: boolean,
): Promise<{ results: CutResult[]; syncs: number; acked: number; checkpoints: number }> {
  const random = seeded(seed);
  const results: CutResult[] = [];
  let syncs = 0;
  let acked = 0;
  let checkpoints = 0;
  while (results.length < rounds) {
    const folder = temporaryFolder("power");
    const { trace, data } = await traceServer(folder, isBad);
    const operations = readTrace(trace, data);
    syncs += operations.filter((operation) => operation.kind === "sync").length;
    checkpoints += operations.filter((one) => one.kind === "sync" && one.path.endsWith("parley.db")).length;
    acked += operations.reduce((sum, operation) => sum + (operation.kind === "ack" ? operation.ids.length : 0), 0);
    if (acked === 0) throw new Error(`no ack in the trace; files: ${readdirSync(data)}`);
    const part = Math.min(cutsPerTrace, rounds - results.length);
    const query = "select id from messages";
    results.push(...cutAtRandom({ operations, folder: data, scratch: folder, rounds: part, random, query }));
    rmSync(folder, { recursive: true, force: true });
  }
  return { results, syncs, acked, checkpoints };
}

const rounds = Number(values.rounds);
const startedAt = Date.now();
const { results, syncs, acked, checkpoints } = await runRounds(rounds, values.bad);
const isFailed = (result: CutResult): boolean => result.lost.length > 0 || result.damage !== null;
const failed = results.filter(isFailed);
const lost = results.reduce((sum, result) => sum + result.lost.length, 0);
const seconds = Math.round((Date.now() - startedAt) / 1000);
for (const result of failed.slice(0, 5))
  console.log(
    `cut at line ${result.line}: ${result.lost.length} of ${result.acked} acked lost${result.damage ? `; ${result.damage}` : ""}`,
  );
console.log(
  `${acked} messages acked, ${syncs} syncs, ${checkpoints} of them by checkpoints, ${lost} acked messages lost over all cuts; seed ${seed}, ${seconds} s`,
);
if (values.bad) {
  const isNoticed = failed.length > 0;
  console.log(isNoticed ? `${powerSabotage.name}: red, as it must be` : `${powerSabotage.name}: NOT NOTICED`);
  console.log(isNoticed ? "1 passed, 0 failed" : "0 passed, 1 failed");
} else console.log(`${results.length - failed.length} passed, ${failed.length} failed`);
if (values.write && !values.bad) {
  const bad = await runRounds(50, true);
  const badFailed = bad.results.filter(isFailed).length;
  writeDocument(
    "proofs/power.md",
    `# proof:power

${today()}, commit ${commit()}, ${machine()}. \`npm run proof:power -- --rounds ${rounds} --seed ${seed}\`, ${seconds} s.

| | |
| --- | --: |
| power cuts passed | ${results.length - failed.length} |
| power cuts failed | ${failed.length} |
| messages acked while traced | ${acked} |
| syncs in the traces; of those by checkpoints | ${syncs}; ${checkpoints} |
| acked messages lost, over all cuts | ${lost} |
| files that \`integrity_check\` finds damaged | ${results.filter((result) => result.damage !== null).length} |
| the same rig on \`synchronous=NORMAL\`: cuts of 50 that lose something | ${badFailed} |

What counts as durable: bytes of a file that was fsynced after they were written; a file's name once its folder was
fsynced after it was made. Of all other writes any part may survive: none, all, the first so many, or sectors of 512 or
4,096 bytes at random. The shared-memory index of the WAL is left out: SQLite rebuilds it.`,
  );
  process.exit(failed.length === 0 && badFailed > 0 ? 0 : 1);
}
process.exit(values.bad === failed.length > 0 ? 0 : 1);
