/** Whoever blocks or removes somebody is answered only when nothing of theirs can still come. */
import { newId, type Payload, type RoomId } from "@parley/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, populate } from "../person.ts";
import { isOnPostgres, startServer } from "../start-server.ts";
import type { Heard, Witness } from "../witness.ts";

const server = await startServer();
const lanes = 10;
/** On PostgreSQL every round is some twenty trips to another process: a quarter of them, for the time the tests may take. */
const wanted = isOnPostgres ? 250 : 1_000;
const rounds = Math.ceil(wanted / lanes);

interface Lane {
  anna: Witness;
  ben: Witness;
  people: [Person, Person];
}
let pairs: Lane[];
beforeAll(async () => {
  const names = Array.from({ length: lanes }, (_, at) => [`Anna ${at}`, `Ben ${at}`]).flat();
  const people = await populate(server, ["Olga", ...names]);
  pairs = await Promise.all(
    Array.from({ length: lanes }, async (_, at) => {
      const [anna, ben] = [people[2 * at + 1], people[2 * at + 2]];
      if (anna === undefined || ben === undefined) throw new Error("A lane has two people.");
      return { anna: await anna.connect(), ben: await ben.connect(), people: [anna, ben] } satisfies Lane;
    }),
  );
});
afterAll(async () => {
  for (const { anna, ben } of pairs) for (const witness of [anna, ben]) witness.close();
  await server.stop();
});

/** What takes a right away, and what gives it back; and how Anna hears of it: true that it is gone, false that it is back. */
interface Right {
  end(): Promise<unknown>;
  mend(): Promise<unknown>;
  isGone(heard: Heard): boolean | null;
}

/** Sends without a pause until the right to is gone, so that one is always on its way then; answers how many got through. */
async function race({ anna, ben }: Lane, roomId: RoomId, { end, mend, isGone }: Right): Promise<number> {
  const send = async () => (await ben.call("message:send", { id: newId(Date.now()), roomId, body: "x" })).ok;
  let sent = 0;
  const sendOn = async () => {
    while (await send()) sent += 1;
  };
  for (let round = 0; round < rounds; round += 1) {
    await Promise.all([sendOn(), end()]);
    expect(await send()).toBe(false);
    await mend();
  }
  await anna.barrier();
  let isOver = false;
  let heard = 0;
  for (const event of anna.events) {
    isOver = isGone(event) ?? isOver;
    if (event.name !== "message:sent" || event.roomId !== roomId) continue;
    heard += 1;
    // Whoever ends it hears nothing any more from then on.
    expect(isOver).toBe(false);
  }
  expect(heard).toBe(sent);
  return sent;
}

test(`send × block, ${wanted} rounds`, { timeout: 120_000 }, async () => {
  const sent = await Promise.all(
    pairs.map(async (lane) => {
      const [anna, ben] = lane.people;
      const { room } = await anna.do("room:create-direct", { userIds: [ben.id] });
      return race(lane, room.id, {
        end: () => lane.anna.call("block:add", { userId: ben.id }),
        mend: () => lane.anna.call("block:remove", { userId: ben.id }),
        isGone: ({ name, payload }) =>
          name === "relation:changed" ? (payload as Payload<"relation:changed">).relation !== null : null,
      });
    }),
  );
  expect(sent.reduce((sum, one) => sum + one)).toBeGreaterThan(0);
});

test.each([
  ["remove", "member:remove"],
  ["ban", "member:ban"],
] as const)(`send × %s, ${wanted} rounds`, { timeout: 120_000 }, async (what, name) => {
  const sent = await Promise.all(
    pairs.map(async (lane) => {
      const [anna, ben] = lane.people;
      const roomId = await anna.createRoom(`Races ${what}`);
      const add = () => lane.anna.call("member:add", { roomId, userIds: [ben.id] });
      await add();
      return race(lane, roomId, {
        end: () => lane.anna.call(name, { roomId, userId: ben.id }),
        mend: add,
        isGone: ({ name, roomId: of }) =>
          of !== roomId ? null : name === "member:left" || (name === "member:joined" ? false : null),
      });
    }),
  );
  expect(sent.reduce((sum, one) => sum + one)).toBeGreaterThan(0);
});
