import { newId, type RoomId, type UserId } from "@parley/contract";
import type { Sabotage } from "../bad/sabotages.ts";
import { type Account, freePort, makeAccounts, request, setUp, startParley } from "../rig/parley.ts";
import type { Running } from "../rig/processes.ts";
import { pick } from "../rig/random.ts";
import { createPerson, type Person } from "./person.ts";

/** A server that can be killed and comes back on the same data and port, its rooms, and the people at their clients. */
export interface World {
  readonly port: number;
  readonly rooms: readonly RoomId[];
  readonly people: readonly Person[];
  readonly owner: Account;
  /** Was taken out of `rooms[0]` and must learn nothing of it. */
  readonly exMember: Account;
  /** How long everything may take to come right. A sabotaged server never does. */
  readonly settleMs: number;
  restart(): Promise<void>;
  killServer(): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly data: string;
  readonly random: () => number;
  /** To see whether the checker notices. */
  readonly sabotage?: Sabotage;
}

const peopleCount = 6;

export async function createWorld({ data, random, sabotage }: WorldOptions): Promise<World> {
  const port = await freePort();
  const start = (saboteur?: Sabotage): Promise<Running> =>
    startParley({
      data,
      port,
      ...(saboteur && {
        nodeOptions: ["--import", "./e2e/proof/bad/sabotage.ts"],
        env: { PARLEY_PROOF_SABOTAGE: saboteur.name },
      }),
    });
  let server = await start(sabotage?.isLate ? undefined : sabotage);
  const owner = await setUp(port);
  const accounts = await makeAccounts(port, peopleCount + 1);
  const exMember = accounts.pop() ?? owner;
  const rooms = [
    await makeRoom(port, owner, { name: "everyone", members: [...accounts, exMember] }),
    await makeRoom(port, owner, { name: "half", members: accounts.slice(0, 3) }),
    await makeRoom(port, owner, { name: "others", members: accounts.slice(2) }),
  ];
  const [everyone] = rooms;
  if (everyone === undefined) throw new Error("no room");
  await request(port, {
    name: "member:remove",
    input: { roomId: everyone, userId: exMember.id as UserId },
    token: owner.token,
  });
  if (sabotage?.isLate) {
    await server.end("SIGKILL");
    server = await start(sabotage);
  }
  const membership = (at: number): RoomId[] => rooms.filter((_, room) => room === 0 || (room === 1 ? at < 3 : at >= 2));
  const people: Person[] = [];
  for (const [at, account] of accounts.entries())
    people.push(await createPerson({ account, serverPort: port, rooms: membership(at), random }));
  return {
    port,
    rooms,
    people,
    owner,
    exMember,
    settleMs: sabotage ? 8_000 : 60_000,
    killServer: async () => void (await server.end("SIGKILL")),
    restart: async () => {
      server = await start(sabotage);
    },
    close: async () => {
      for (const person of people) await person.stop();
      await server.end("SIGKILL");
    },
  };
}

async function makeRoom(port: number, owner: Account, room: { name: string; members: Account[] }): Promise<RoomId> {
  const id = newId<RoomId>(Date.now());
  const { token } = owner;
  await request(port, { name: "room:create", input: { id, kind: "private", name: room.name }, token });
  const userIds = room.members.map((member) => member.id as UserId);
  await request(port, { name: "member:add", input: { roomId: id, userIds }, token });
  return id;
}

/** What goes wrong for one person at one moment. */
export function disturb(person: Person, random: () => number): void {
  const { proxy } = person;
  const kinds = [
    () => proxy.set({ dropAcks: 0.5 }),
    () => proxy.cut("mid-frame"),
    () => proxy.cut("reset"),
    () => proxy.cut("close"),
    () => proxy.set({ latencyMs: 30 }),
    () => proxy.set({ cutAfterBytes: 2000 + pick(random, 20_000) }),
    () => proxy.set({ isHalfOpen: true }),
  ];
  kinds[pick(random, kinds.length)]?.();
}
