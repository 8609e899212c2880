import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { freePort, startParley, temporaryFolder } from "../proof/rig/parley.ts";
import { crowds } from "./layouts.ts";
import { median, seatCrowd } from "./load.ts";
import { startParleyTarget } from "./parley-target.ts";
import { populate } from "./population.ts";
import type { Row, Settings } from "./row.ts";
import { cores } from "./target.ts";

/** How many fsyncs an acked message costs at saturation, counted by a tracer that stops at nothing else. */
export async function syncsPerMessage({ measureMs, warmUpMs }: Settings): Promise<Row[]> {
  const layout = crowds[1];
  if (layout === undefined) return [];
  const trace = join(temporaryFolder("bench"), "syncs");
  const under = [
    "strace",
    "-D",
    "-f",
    "--seccomp-bpf",
    "-qq",
    "-e",
    "trace=fsync,fdatasync",
    "-e",
    "signal=none",
    "-o",
    trace,
  ];
  const parley = await startParleyTarget({ people: 200, layouts: [layout], under });
  const crowd = await seatCrowd(parley, await parley.prepare(layout), 200);
  const syncs = (): number =>
    readFileSync(trace, "utf8")
      .split("\n")
      .filter((line) => / = 0$/.test(line)).length;
  const before = syncs();
  await crowd.saturate({ window: 4, warmUpMs, measureMs });
  const counted = syncs() - before;
  const acked = crowd.acked();
  await parley.stop();
  crowd.close();
  const database = new DatabaseSync(join(parley.data, "parley.db"));
  const stored = Number(database.prepare("select count(*) as stored from messages").get()?.stored);
  database.close();
  const lost = Math.max(0, acked - stored);
  const each = counted / acked;
  return [
    {
      row: "9",
      what: `fsyncs per acked message at saturation (room of 200, ${acked} messages); acked and lost after kill -9`,
      against: "",
      reach: "≤ 0.05; 0",
      later: "0.01; 0",
      measured: `${each.toFixed(4)}; ${lost}`,
      isMet: each <= 0.05 && lost === 0,
    },
  ];
}

/** From starting the program to its first answer, with a long history in the database. */
export async function coldStart({ storedMessages }: Settings): Promise<Row[]> {
  const data = temporaryFolder("bench");
  await populate(data, { people: 1_000, layouts: [], history: { messages: storedMessages, rooms: 100 } });
  const megabytes = Math.round(statSync(join(data, "parley.db")).size / 1_000_000);
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const port = await freePort();
    const startedAt = performance.now();
    const server = await startParley({ data, port, core: cores.server });
    const answer = await fetch(`http://127.0.0.1:${port}/ready`);
    times.push(performance.now() - startedAt);
    if (!answer.ok) throw new Error(`not ready: ${answer.status}`);
    await server.end("SIGKILL");
  }
  const seconds = median(times) / 1000;
  return [
    {
      row: "11",
      what: `cold start to accepting connections, ${storedMessages.toLocaleString("en")} messages stored (${megabytes} MB)`,
      against: "",
      reach: "< 2 s",
      later: "1 s",
      measured: `${seconds.toFixed(2)} s`,
      isMet: seconds < 2,
    },
  ];
}
