import { crowds, manyRooms, pairs } from "./layouts.ts";
import { median, percentile, type Slice, seatCrowd } from "./load.ts";
import { type Row, ratio, type Settings } from "./row.ts";
import type { Layout, Target } from "./target.ts";

/** One workload on several servers, in turns, so that a slow minute of the machine hits them all. */
interface Workload {
  readonly layout: Layout;
  readonly sendersPerRoom: number;
  readonly window: number;
}

/** Server CPU, of all its threads, for one unit of work: microseconds, the median over the slices. */
export interface Cost {
  readonly microseconds: number;
  readonly perSecond: number;
  readonly slices: readonly Slice[];
}

export async function compare(
  targets: readonly Target[],
  workload: Workload,
  { settings, unit }: { settings: Settings; unit: "deliveries" | "messages" },
): Promise<Map<string, Cost>> {
  const slices = new Map<string, Slice[]>(targets.map((target) => [target.name, []]));
  for (let round = 0; round < settings.rounds; round += 1) {
    for (const target of targets) {
      const crowd = await seatCrowd(target, await target.prepare(workload.layout), workload.sendersPerRoom);
      const slice = await crowd.saturate({ window: workload.window, ...settings });
      crowd.close();
      if (slice.refused > 0) throw new Error(`${target.name} refused ${slice.refused} messages`);
      slices.get(target.name)?.push(slice);
    }
  }
  return new Map(
    [...slices].map(([name, all]) => [
      name,
      {
        microseconds: median(all.map((slice) => slice.cpuMicroseconds / slice[unit])),
        perSecond: median(all.map((slice) => slice[unit] / slice.seconds)),
        slices: all,
      },
    ]),
  );
}

function gain(costs: ReadonlyMap<string, Cost>, against: string): number {
  return (costs.get(against)?.microseconds ?? Number.NaN) / (costs.get("parley")?.microseconds ?? Number.NaN);
}

function told(costs: ReadonlyMap<string, Cost>, against: string): string {
  const own = costs.get("parley");
  const other = costs.get(against);
  return `${ratio(gain(costs, against))} (${own?.microseconds.toFixed(2)} against ${other?.microseconds.toFixed(2)} µs)`;
}

interface Targets {
  readonly bare: Target;
  readonly tutorial: Target;
  readonly parley: Target;
}

export async function fanOut({ bare, parley }: Targets, settings: Settings): Promise<Row[]> {
  const reach = new Map([
    [50, [8, 14]],
    [200, [14, 25]],
    [1000, [30, 50]],
  ]);
  const rows: Row[] = [];
  for (const layout of crowds) {
    const [least = 0, later = 0] = reach.get(layout.size) ?? [];
    const costs = await compare(
      [bare, parley],
      { layout, sendersPerRoom: 50, window: 10 },
      { settings, unit: "deliveries" },
    );
    rows.push({
      row: "1",
      what: `fan-out, one room of ${layout.size}, saturated (50 senders, 10 under way each): CPU per delivery`,
      against: "bare Socket.IO",
      reach: `≥ ${least} ×`,
      later: `${later} ×`,
      measured: told(costs, "bare"),
      isMet: gain(costs, "bare") >= least,
    });
  }
  return rows;
}

export async function oneInFlight({ bare, parley }: Targets, settings: Settings): Promise<Row[]> {
  const layout = crowds[1];
  if (layout === undefined) return [];
  const costs = await compare(
    [bare, parley],
    { layout, sendersPerRoom: 200, window: 1 },
    { settings, unit: "deliveries" },
  );
  return [
    {
      row: "2",
      what: "room of 200, each member with one message under way: CPU per delivery",
      against: "bare Socket.IO",
      reach: "≥ 12 ×",
      later: "20 ×",
      measured: told(costs, "bare"),
      isMet: gain(costs, "bare") >= 12,
    },
  ];
}

export async function roomsOfTwenty({ bare, parley }: Targets, settings: Settings): Promise<Row[]> {
  const costs = await compare(
    [bare, parley],
    { layout: manyRooms, sendersPerRoom: 4, window: 1 },
    { settings, unit: "deliveries" },
  );
  return [
    {
      row: "3",
      what: "50 rooms of 20 members, 4 senders in each, one message under way each: CPU per delivery",
      against: "bare Socket.IO",
      reach: "≥ 1.5 ×",
      later: "2.2 ×",
      measured: told(costs, "bare"),
      isMet: gain(costs, "bare") >= 1.5,
    },
  ];
}

export async function directMessages({ bare, tutorial, parley }: Targets, settings: Settings): Promise<Row[]> {
  const workload = { layout: pairs, sendersPerRoom: 2, window: 4 };
  const costs = await compare([bare, tutorial, parley], workload, { settings, unit: "messages" });
  // The tutorial server waits for the disk with its only thread: its core is taken, though its CPU is not.
  const own = costs.get("parley")?.perSecond ?? 0;
  const other = costs.get("tutorial")?.perSecond ?? Number.NaN;
  const capacity = own / other;
  return [
    {
      row: "4",
      what: "direct messages, durable, acked (100 pairs, 4 under way each): CPU per message",
      against: "bare Socket.IO without a database",
      reach: "≥ 0.5 ×",
      later: "1.1 ×",
      measured: told(costs, "bare"),
      isMet: gain(costs, "bare") >= 0.5,
    },
    {
      row: "5",
      what: "the same: messages a second on one core",
      against: "tutorial server, one durable INSERT per message",
      reach: "≥ 10 ×",
      later: "25 ×",
      measured: `${ratio(capacity)} (${own.toFixed(0)} against ${other.toFixed(0)} a second; CPU per message ${told(costs, "tutorial")})`,
      isMet: capacity >= 10,
    },
  ];
}

export async function ackLatency({ parley }: Targets, settings: Settings): Promise<Row[]> {
  const crowd = await seatCrowd(parley, await parley.prepare(pairs), 2);
  const slice = await crowd.pace({ perSecond: 500, warmUpMs: settings.warmUpMs, measureMs: settings.measureMs * 3 });
  crowd.close();
  const p50 = percentile(slice.latencies, 0.5);
  const p99 = percentile(slice.latencies, 0.99);
  return [
    {
      row: "6",
      what: `durable ack at 500 messages a second between pairs, p50 / p99 (${slice.messages} messages)`,
      against: "quiet machine",
      reach: "≤ 1 / 5 ms",
      later: "0.7 / 2 ms",
      measured: `${p50.toFixed(2)} / ${p99.toFixed(2)} ms`,
      isMet: p50 <= 1 && p99 <= 5,
    },
  ];
}
