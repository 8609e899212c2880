import { newId } from "@parley/contract";
import { openLean } from "../proof/rig/lean-socket.ts";
import { freePort, startParley, temporaryFolder } from "../proof/rig/parley.ts";
import { type PopulationPlan, populate } from "./population.ts";
import { body, cores, type Seat, type Target } from "./target.ts";

export interface ParleyTargetOptions extends PopulationPlan {
  readonly under?: readonly string[];
  readonly nodeOptions?: readonly string[];
}

export interface ParleyTarget extends Target {
  readonly data: string;
  roomIds(layout: string): readonly string[];
}

/** Parley as it is: sign-in, membership, validation and fsync on, limiters off. */
export async function startParleyTarget(options: ParleyTargetOptions): Promise<ParleyTarget> {
  const data = temporaryFolder("bench");
  const population = await populate(data, options);
  const port = await freePort();
  const running = await startParley({
    data,
    port,
    core: cores.server,
    ...(options.under && { under: options.under }),
    ...(options.nodeOptions && { nodeOptions: options.nodeOptions }),
  });
  const tokenOf = (member: number): string => population.tokens[member % population.tokens.length] ?? "";
  return {
    name: "parley",
    pid: running.pid,
    port,
    data,
    says: running.says,
    marker: '"message:sent"',
    roomIds: (layout) => population.rooms.get(layout) ?? [],
    prepare: async (layout) => {
      const ids = population.rooms.get(layout.name) ?? [];
      return layout.rooms.flatMap((members, roomIndex) =>
        members.map((member): Seat => {
          const roomId = ids[roomIndex];
          return {
            roomIndex,
            message: () => JSON.stringify(["message:send", { id: newId(Date.now()), roomId, body }]),
            open: (onPacket) => openLean({ port, token: tokenOf(member), ...(onPacket && { onPacket }) }),
          };
        }),
      );
    },
    openIdle: (at) => openLean({ port, token: tokenOf(at) }),
    stop: async () => void (await running.end("SIGKILL")),
  };
}
