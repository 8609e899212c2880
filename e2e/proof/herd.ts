import { once } from "node:events";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import type { RoomId } from "@parley/contract";
import { type Population, populate } from "../bench/population.ts";
import type { CrowdPlan, Order, Return } from "./herd/crowd.ts";
import { openCaller } from "./rig/crowd.ts";
import { freePort, startParley, temporaryFolder } from "./rig/parley.ts";
import { commit, machine, today, writeDocument } from "./rig/report.ts";
import { pause } from "./rig/waiting.ts";
import { served, watchOver } from "./rig/witness.ts";

/**
 * R19: everybody loses the server at the same moment, writes something meanwhile, and comes back when it is there again:
 * spread over time, all of them, with nothing lost, while the server goes on serving. `--people`; `--bad` takes the
 * jitter away, which must turn it red; `--write` keeps the result in docs/proofs.
 */
const { values } = parseArgs({
  options: {
    people: { type: "string", default: "300" },
    bad: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
const people = Number(values.people);
const roomSize = 50;
/** As long as a service manager takes to notice. */
const awayMs = 2_000;
const bounds = { returnMs: 30_000, windowMs: 250, busiestShare: 0.5 };

interface Result {
  readonly failures: readonly string[];
  /** The share of everybody who tried in the same quarter of a second, at the worst. */
  readonly busiestShare: number;
  readonly attempts: readonly number[];
  /** Until half were back, and all. */
  readonly halfMs: number;
  readonly allMs: number;
  readonly waited: string;
  readonly calls: number;
}

/** The crowd, in a thread of its own, so that it does not hold up whoever watches. */
function gather(plan: CrowdPlan) {
  const worker = new Worker(new URL("./herd/crowd.ts", import.meta.url), { workerData: plan });
  return {
    async tell(order: Order): Promise<readonly Return[] | undefined> {
      worker.postMessage(order);
      const [answer] = (await once(worker, "message")) as [{ done?: readonly Return[]; failed?: string }];
      if (answer.failed !== undefined) throw new Error(answer.failed);
      return answer.done;
    },
    leave: () => worker.terminate(),
  };
}

/** So many people in rooms, and one more, alone in the last, who watches. */
async function inhabit(data: string): Promise<{ population: Population; rooms: readonly string[] }> {
  const seats = Array.from({ length: people }, (_, at) => at);
  const rooms = Array.from({ length: Math.ceil(people / roomSize) }, (_, at) =>
    seats.slice(at * roomSize, (at + 1) * roomSize),
  );
  const layout = { name: "herd", rooms: [...rooms, [people]], isDirect: false };
  const population = await populate(data, { people: people + 1, layouts: [layout] });
  return { population, rooms: population.rooms.get("herd") ?? [] };
}

async function play({ hasJitter }: { hasJitter: boolean }): Promise<Result> {
  const data = temporaryFolder("herd");
  const { population, rooms } = await inhabit(data);
  const port = await freePort();
  const first = await startParley({ data, port });
  const members = population.tokens
    .slice(0, people)
    .map((token, at) => ({ token, roomId: rooms[Math.floor(at / roomSize)] ?? "" }));
  const crowd = gather({ url: `http://127.0.0.1:${port}`, members, hasJitter });
  await crowd.tell("arrive");

  await first.end("SIGKILL");
  await crowd.tell("write");
  await pause(awayMs);
  const second = await startParley({ data, port });
  const listeningAt = Date.now();
  const watcher = { id: population.userIds.at(-1) ?? "", username: "watcher", token: population.tokens.at(-1) ?? "" };
  const witness = watchOver(await openCaller(port, watcher), rooms.at(-1) as RoomId);
  const returns = (await crowd.tell("return")) ?? [];
  await witness.stop();
  await crowd.leave();
  await second.end("SIGKILL");

  const { isGood, text } = served(witness);
  return { ...judge(returns, listeningAt, isGood), waited: text, calls: witness.latencies.length };
}

function judge(returns: readonly Return[], listeningAt: number, isServed: boolean) {
  const failures: string[] = [];
  const lost = returns.filter(({ liveAt }) => liveAt === null).length;
  if (lost > 0 || returns.length !== people) failures.push(`${lost} of ${returns.length} did not come back`);
  const faults = returns.flatMap(({ fault }) => (fault === null ? [] : [fault]));
  if (faults.length > 0)
    failures.push(`${faults.length} have not what was written: ${[...new Set(faults)].join("; ")}`);
  const backMs = returns
    .map(({ liveAt }) => (liveAt ?? Number.POSITIVE_INFINITY) - listeningAt)
    .toSorted((a, b) => a - b);
  const [halfMs, allMs] = [backMs[Math.floor(backMs.length / 2)] ?? Number.NaN, backMs.at(-1) ?? Number.NaN];
  if (!(allMs <= bounds.returnMs)) failures.push(`the last were back after ${allMs} ms`);
  const attempts = returns.map(({ triedAt }) => triedAt - listeningAt).toSorted((a, b) => a - b);
  const busiestShare = busiest(attempts) / people;
  if (busiestShare > bounds.busiestShare)
    failures.push(`${percent(busiestShare)} came in the same ${bounds.windowMs} ms`);
  if (!isServed) failures.push("others waited for too long");
  return { failures, busiestShare, attempts, halfMs, allMs };
}

/** How many of these fall into one window of time, at the most. */
function busiest(sorted: readonly number[]): number {
  return Math.max(...sorted.map((from, at) => sorted.findLastIndex((to) => to < from + bounds.windowMs) - at + 1));
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function tell(name: string, { allMs, attempts, busiestShare, calls, failures, halfMs, waited }: Result): void {
  const seconds = attempts.reduce<number[]>((counts, at) => {
    const second = Math.max(0, Math.floor(at / 1_000));
    counts[second] = (counts[second] ?? 0) + 1;
    return counts;
  }, []);
  console.log(
    `${name}: half back after ${halfMs} ms, all after ${allMs} ms; ${Array.from(seconds, (n) => n ?? 0).join(" ")} a second`,
  );
  console.log(`busiest ${bounds.windowMs} ms: ${percent(busiestShare)}; others waited ${waited}, ${calls} calls`);
  for (const failure of failures) console.log(`  ${failure}`);
}

const good = values.bad ? null : await play({ hasJitter: true });
if (good) tell(`${people} with jitter`, good);
const bad = values.bad || values.write ? await play({ hasJitter: false }) : null;
if (bad) tell(`${people} without jitter, which must be red`, bad);
const isGood = (good?.failures.length ?? 0) === 0 && (bad === null || bad.busiestShare > bounds.busiestShare);
if (values.write && good && bad)
  writeDocument(
    "proofs/herd.md",
    `# proof:herd

${today()}, commit ${commit()}, ${machine()}. \`npm run proof:herd -- --people ${people}\`. The server is killed with -9, stays
away for ${awayMs / 1000} s, and everybody has written a message meanwhile.

| | with jitter | without, which must be red |
| --- | --: | --: |
| clients that lost the server at once | ${people} | ${people} |
| half, all back and up to date, after it listened again | ${good.halfMs} ms, ${good.allMs} ms | ${bad.halfMs} ms, ${bad.allMs} ms |
| of them tried in the busiest ${bounds.windowMs} ms | ${percent(good.busiestShare)} | ${percent(bad.busiestShare)} |
| somebody else's calls meanwhile | ${good.calls} | ${bad.calls} |
| how long those took | ${good.waited} | ${bad.waited} |
| not back, not sent, doubled, out of order, all at once, others held up | ${good.failures.join("; ") || "nobody"} | ${bad.failures.join("; ") || "nobody"} |
| verdict | ${good.failures.length === 0 ? "passed" : "failed"} | ${bad.failures.length === 0 ? "not noticed" : "red"} |`,
  );
console.log(isGood ? "1 passed, 0 failed" : "0 passed, 1 failed");
process.exit(isGood ? 0 : 1);
