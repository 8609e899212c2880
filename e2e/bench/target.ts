import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { newId } from "@parley/contract";
import { type LeanOptions, type LeanSocket, openLean } from "../proof/rig/lean-socket.ts";
import { freePort, type Running, run } from "../proof/rig/processes.ts";

/** Core of the server under measurement, and of the load generator. */
export const cores = { server: 0, load: 1 } as const;

/** Who sits where: each room lists its members; a member is a number, the same person throughout. */
export interface Layout {
  readonly name: string;
  readonly rooms: readonly (readonly number[])[];
  readonly isDirect: boolean;
}

/** One connection of one member of one room. */
export interface Seat {
  readonly roomIndex: number;
  /** The Socket.IO packet, after `42<ack id>`, that sends a message from this seat. */
  message(): string;
  open(onPacket: LeanOptions["onPacket"]): Promise<LeanSocket>;
}

/** A server that can be put under load. */
export interface Target {
  readonly name: string;
  readonly pid: number;
  readonly port: number;
  /** Stands in a packet from the server once for each message delivered. */
  readonly marker: string;
  /** Makes the rooms of the layout, once, and answers its seats, in order of rooms, then members. */
  prepare(layout: Layout): Promise<Seat[]>;
  /** An idle connection of the `at`-th person. */
  openIdle(at: number): Promise<LeanSocket>;
  readonly says: Running["says"];
  stop(): Promise<void>;
}

/** 120 characters, as people write them. */
export const body =
  "Shall we meet at the harbour around seven? I will bring the charts and the thermos; you only need a warm coat and time.".padEnd(
    120,
    "!",
  );

const here = dirname(fileURLToPath(import.meta.url));

export interface SocketIoTargetOptions {
  readonly name: "bare" | "tutorial";
  readonly env?: Record<string, string>;
  readonly nodeOptions?: readonly string[];
}

/** One of the two servers of `servers/`. */
export async function startSocketIo(options: SocketIoTargetOptions): Promise<Target> {
  const port = await freePort();
  const running: Running = run({
    command: process.execPath,
    args: [...(options.nodeOptions ?? []), join(here, `servers/${options.name}.ts`)],
    env: { PORT: String(port), ...options.env },
    core: cores.server,
  });
  await running.says(/listening/);
  const seat = (layout: Layout, roomIndex: number): Seat => {
    const room = `${layout.name}-${roomIndex}`;
    return {
      roomIndex,
      message: () => JSON.stringify(["message", { room, id: newId(Date.now()), body }]),
      open: (onPacket) =>
        openLean({
          port,
          query: `EIO=4&transport=websocket&rooms=${room}`,
          ...(onPacket === undefined ? {} : { onPacket }),
        }),
    };
  };
  return {
    name: options.name,
    pid: running.pid,
    port,
    marker: '["message"',
    prepare: async (layout) => layout.rooms.flatMap((members, roomIndex) => members.map(() => seat(layout, roomIndex))),
    says: running.says,
    openIdle: (at) => openLean({ port, query: `EIO=4&transport=websocket&rooms=idle-${at % 50}` }),
    stop: async () => void (await running.end("SIGKILL")),
  };
}
