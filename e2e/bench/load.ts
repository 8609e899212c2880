import type { LeanSocket } from "../proof/rig/lean-socket.ts";
import { cpuMicroseconds } from "../proof/rig/processes.ts";
import { pause } from "../proof/rig/waiting.ts";
import type { Seat, Target } from "./target.ts";

/** What a slice of time under load came to. */
export interface Slice {
  readonly seconds: number;
  readonly cpuMicroseconds: number;
  readonly messages: number;
  readonly deliveries: number;
  readonly refused: number;
  /** From sending to the ack, in milliseconds, sorted. */
  readonly latencies: readonly number[];
}

/** A crowd that is connected and can be told to talk. */
export interface Crowd {
  /** Every sender keeps `window` messages under way, for a while. */
  saturate(options: { window: number; warmUpMs: number; measureMs: number }): Promise<Slice>;
  /** `perSecond` messages evenly spread over the senders, whatever comes back. */
  pace(options: { perSecond: number; warmUpMs: number; measureMs: number }): Promise<Slice>;
  /** Messages acked since the beginning, also outside of what was measured. */
  acked(): number;
  close(): void;
}

interface Sender {
  readonly seat: Seat;
  readonly socket: LeanSocket;
  readonly sentAt: Map<number, number>;
  nextAck: number;
}

const digitZero = "0".charCodeAt(0);
const digitNine = "9".charCodeAt(0);
const ackType = "3".charCodeAt(0);

/** Connects every seat; the first `sendersPerRoom` of each room will talk. */
export async function seatCrowd(target: Target, seats: readonly Seat[], sendersPerRoom: number): Promise<Crowd> {
  const marker = Buffer.from(target.marker);
  const senders: Sender[] = [];
  const sockets: LeanSocket[] = [];
  const inRoom = new Map<number, number>();
  const count = { messages: 0, deliveries: 0, refused: 0 };
  let latencies: number[] = [];
  let window = 0;

  const sendOne = (sender: Sender): void => {
    const ack = sender.nextAck++;
    sender.sentAt.set(ack, performance.now());
    sender.socket.send(`42${ack}${sender.seat.message()}`);
  };
  const takeAck = (sender: Sender, packet: { buffer: Buffer; start: number; end: number }): void => {
    const { buffer, start, end } = packet;
    let ack = 0;
    let at = start + 2;
    for (let digit = buffer[at] ?? 0; digit >= digitZero && digit <= digitNine; digit = buffer[++at] ?? 0) {
      ack = ack * 10 + digit - digitZero;
    }
    const sentAt = sender.sentAt.get(ack);
    if (sentAt === undefined) return;
    sender.sentAt.delete(ack);
    if (buffer.toString("latin1", at, Math.min(end, at + 11)).includes('"ok":true')) {
      count.messages += 1;
      latencies.push(performance.now() - sentAt);
    } else count.refused += 1;
    if (sender.sentAt.size < window) sendOne(sender);
  };
  const seatOne = async (seat: Seat): Promise<void> => {
    const place = inRoom.get(seat.roomIndex) ?? 0;
    inRoom.set(seat.roomIndex, place + 1);
    let sender: Sender | undefined;
    const socket = await seat.open((buffer, start, end) => {
      if (buffer[start + 1] === ackType) {
        if (sender) takeAck(sender, { buffer, start, end });
        return;
      }
      for (
        let at = buffer.indexOf(marker, start);
        at !== -1 && at < end;
        at = buffer.indexOf(marker, at + marker.length)
      )
        count.deliveries += 1;
    });
    sockets.push(socket);
    if (place < sendersPerRoom) {
      sender = { seat, socket, sentAt: new Map(), nextAck: 1 };
      senders.push(sender);
    }
  };
  for (let at = 0; at < seats.length; at += 50) await Promise.all(seats.slice(at, at + 50).map(seatOne));

  const drain = async (): Promise<void> => {
    for (let waited = 0; waited < 20_000 && senders.some((sender) => sender.sentAt.size > 0); waited += 20)
      await pause(20);
    for (const sender of senders) sender.sentAt.clear();
    await pause(100);
  };
  const measure = async (times: { warmUpMs: number; measureMs: number }): Promise<Slice> => {
    await pause(times.warmUpMs);
    latencies = [];
    const before = { ...count, cpu: cpuMicroseconds(target.pid), at: performance.now() };
    await pause(times.measureMs);
    return {
      seconds: (performance.now() - before.at) / 1000,
      cpuMicroseconds: cpuMicroseconds(target.pid) - before.cpu,
      messages: count.messages - before.messages,
      deliveries: count.deliveries - before.deliveries,
      refused: count.refused - before.refused,
      latencies: latencies.toSorted((a, b) => a - b),
    };
  };
  return {
    saturate: async (options) => {
      window = options.window;
      for (const sender of senders) for (let at = 0; at < window; at += 1) sendOne(sender);
      const slice = await measure(options);
      window = 0;
      await drain();
      return slice;
    },
    pace: async (options) => {
      const startedAt = performance.now();
      let sent = 0;
      const timer = setInterval(() => {
        const due = ((performance.now() - startedAt) / 1000) * options.perSecond;
        for (; sent < due; sent += 1) {
          const sender = senders[sent % senders.length];
          if (sender) sendOne(sender);
        }
      }, 1);
      const slice = await measure(options);
      clearInterval(timer);
      await drain();
      return slice;
    },
    acked: () => count.messages,
    close: () => {
      for (const socket of sockets) socket.close();
    },
  };
}

/** The value below which `share` of the sorted values lie. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}
