import type { LeanSocket } from "../proof/rig/lean-socket.ts";
import { cpuMicroseconds, residentBytes } from "../proof/rig/processes.ts";
import { pause } from "../proof/rig/waiting.ts";
import { median } from "./load.ts";
import { startParleyTarget } from "./parley-target.ts";
import { type Row, ratio, type Settings } from "./row.ts";
import { startSocketIo, type Target } from "./target.ts";

const fewConnections = 100;
const collecting = ["--expose-gc", "--import", "./e2e/bench/servers/collect-on-signal.ts"];

/** Opens connections, so many at a time, one person each. */
async function openMany(target: Target, range: { from: number; to: number; atOnce: number }): Promise<LeanSocket[]> {
  const sockets: LeanSocket[] = [];
  let next = range.from;
  const open = async (): Promise<void> => {
    while (next < range.to) sockets.push(await target.openIdle(next++));
  };
  await Promise.all(Array.from({ length: range.atOnce }, open));
  return sockets;
}

/** Memory per idle connection: the slope between a hundred and ten thousand, garbage collected. */
async function slope(target: Target, most: number): Promise<{ perConnection: number; atFew: number }> {
  const held = async (): Promise<number> => {
    await pause(3_000);
    process.kill(target.pid, "SIGUSR2");
    await target.says(/collected/);
    await pause(500);
    return residentBytes(target.pid);
  };
  const few = await openMany(target, { from: 0, to: fewConnections, atOnce: 20 });
  const atFew = await held();
  const many = await openMany(target, { from: fewConnections, to: most, atOnce: 100 });
  const atMany = await held();
  for (const socket of [...few, ...many]) socket.close();
  return { perConnection: (atMany - atFew) / (most - fewConnections), atFew };
}

export async function idleMemory({ idleConnections }: Settings): Promise<Row[]> {
  const results = new Map<string, { perConnection: number; atFew: number }>();
  for (const start of [
    () => startSocketIo({ name: "bare", nodeOptions: collecting }),
    () => startParleyTarget({ people: idleConnections, layouts: [], nodeOptions: collecting }),
  ]) {
    const target = await start();
    results.set(target.name, await slope(target, idleConnections));
    await target.stop();
  }
  const kilobytes = (name: string): number => (results.get(name)?.perConnection ?? Number.NaN) / 1000;
  return [
    {
      row: "7",
      what: `memory per idle signed-in connection, slope ${fewConnections} → ${idleConnections}, one person each`,
      against: `bare Socket.IO: ${kilobytes("bare").toFixed(1)} KB here`,
      reach: "≤ 20 KB",
      later: "14 KB",
      measured: `${kilobytes("parley").toFixed(1)} KB`,
      isMet: kilobytes("parley") <= 20,
    },
  ];
}

export async function connectStorm({ stormConnections, rounds }: Settings): Promise<Row[]> {
  const bare = await startSocketIo({ name: "bare" });
  const parley = await startParleyTarget({ people: stormConnections * Math.max(2, rounds), layouts: [] });
  const perCore = new Map<string, number[]>([
    ["bare", []],
    ["parley", []],
  ]);
  // The first of each is not counted: code that has never run is compiled on the way.
  for (let round = 0; round < Math.max(2, rounds); round += 1) {
    for (const target of [bare, parley]) {
      const before = cpuMicroseconds(target.pid);
      const range = { from: round * stormConnections, to: (round + 1) * stormConnections, atOnce: 200 };
      const sockets = await openMany(target, range);
      const spent = cpuMicroseconds(target.pid) - before;
      if (round > 0) perCore.get(target.name)?.push((stormConnections * 1_000_000) / spent);
      for (const socket of sockets) socket.close();
      await pause(1_000);
    }
  }
  await bare.stop();
  await parley.stop();
  const own = median(perCore.get("parley") ?? []);
  const other = median(perCore.get("bare") ?? []);
  return [
    {
      row: "8",
      what: `connect storm with a session token, ${stormConnections} people, 200 at a time, per core`,
      against: `bare Socket.IO: ${Math.round(other)}/s here, without sessions`,
      reach: "≥ 1,800/s",
      later: "2,800/s",
      measured: `${Math.round(own)}/s (${ratio(own / other)})`,
      isMet: own >= 1_800,
    },
  ];
}
