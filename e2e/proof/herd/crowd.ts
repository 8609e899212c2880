import { parentPort, workerData } from "node:worker_threads";
import { type ClientState, createClient, memoryStorage, type ParleyClient } from "@parley/client";
import type { RoomId } from "@parley/contract";
import { until } from "../rig/waiting.ts";

/** A thread full of real clients, each in one room, that does as it is told. */
export interface CrowdPlan {
  readonly url: string;
  readonly members: readonly { readonly token: string; readonly roomId: string }[];
  /** Off, everybody tries again at the same moment: to see whether that is noticed. */
  readonly hasJitter: boolean;
}

export type Order =
  /** Come in, and open the room. */
  | "arrive"
  /** Notice that the server is gone, and write something all the same. */
  | "write"
  /** Come back, and have everything that was written in the room. */
  | "return";

/** How somebody came back. */
export interface Return {
  /** When the attempt began that succeeded, epoch ms. */
  readonly triedAt: number;
  /** When everything missed was there, epoch ms; null for never. */
  readonly liveAt: number | null;
  /** What of their room is wrong, if anything. */
  readonly fault: string | null;
}

interface Member {
  readonly client: ParleyClient;
  readonly roomId: RoomId;
  written: string;
  triedAt: number;
  liveAt: number | null;
}

const patienceMs = 60_000;
const atOnce = 50;

function join({ url, hasJitter }: CrowdPlan, { token, roomId }: CrowdPlan["members"][number]): Member {
  const client = createClient({
    url,
    token,
    storage: memoryStorage(),
    ...(hasJitter ? {} : { random: () => 0.5 }),
  });
  const member: Member = { client, roomId: roomId as RoomId, written: "", triedAt: 0, liveAt: null };
  let last: ClientState["connection"] | null = null;
  client.subscribe(() => {
    const { connection } = client.getState();
    if (connection === last) return;
    last = connection;
    if (connection.retryAt !== null) member.triedAt = connection.retryAt;
    member.liveAt = connection.status === "live" ? Date.now() : null;
  });
  return member;
}

async function arrive(members: readonly Member[]): Promise<void> {
  for (let at = 0; at < members.length; at += atOnce)
    await Promise.all(
      members.slice(at, at + atOnce).map(async ({ client, roomId }) => {
        await client.start();
        await client.whenLive();
        await client.openRoom(roomId);
      }),
    );
}

async function write(members: readonly Member[]): Promise<void> {
  const isGone = ({ client }: Member) => client.getState().connection.status !== "live";
  if (!(await until(() => members.every(isGone), patienceMs))) throw new Error("somebody has not noticed");
  for (const member of members) member.written = await member.client.send(member.roomId, "Is anybody there?");
}

async function comeBack(members: readonly Member[]): Promise<Return[]> {
  const inRoom = Map.groupBy(members, (member) => member.roomId);
  const written = new Map(
    [...inRoom].map(([roomId, people]) => [roomId, people.map((member) => member.written).sort()]),
  );
  const faultOf = (member: Member) => faultIn(member, written.get(member.roomId) ?? []);
  await until(() => members.every((member) => member.liveAt !== null && faultOf(member) === null), patienceMs);
  const orders = new Map([...inRoom].map(([roomId, [first]]) => [roomId, first ? idsIn(first).join() : ""]));
  return members.map((member) => ({
    triedAt: member.triedAt,
    liveAt: member.liveAt,
    fault: faultOf(member) ?? (idsIn(member).join() === orders.get(member.roomId) ? null : "another order"),
  }));
}

function faultIn(member: Member, written: readonly string[]): string | null {
  const { outbox, rooms } = member.client.getState();
  if (outbox.length > 0) return "not sent";
  const messages = rooms.get(member.roomId)?.window?.messages ?? [];
  if (messages.some(({ seq }, at) => seq !== at + 1)) return "a gap, or something twice";
  return idsIn(member).sort().join() === written.join() ? null : "not what was written";
}

function idsIn({ client, roomId }: Member): string[] {
  return (client.getState().rooms.get(roomId)?.window?.messages ?? []).map(({ id }) => id);
}

const plan = workerData as CrowdPlan;
const members = plan.members.map((member) => join(plan, member));
const orders = { arrive, write, return: comeBack };
parentPort?.on("message", (order: Order) => {
  orders[order](members).then(
    (done) => parentPort?.postMessage({ done }),
    (error: unknown) => parentPort?.postMessage({ failed: String(error) }),
  );
});
