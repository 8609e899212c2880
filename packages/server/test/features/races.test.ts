/** Whoever blocks or removes somebody is answered only when nothing of theirs can still come. */
import { newId, type RoomId } from "@parley/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import type { Witness } from "../witness.ts";

const server = await startServer();
const lanes = 10;
const rounds = 1_000 / lanes;

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

/** Sends at about the moment when `end` takes the right to; answers how often the message was first. */
async function race(lane: Lane, roomId: RoomId, { end, mend }: Record<"end" | "mend", () => Promise<unknown>>) {
  const lastSeq = async () => {
    const reply = await lane.anna.call("room:open", { roomId, limit: 1 });
    return reply.ok ? (reply.data as { state: { lastSeq: number } }).state.lastSeq : Number.NaN;
  };
  const send = async () => (await lane.ben.call("message:send", { id: newId(Date.now()), roomId, body: "x" })).ok;
  let wins = 0;
  for (let round = 0; round < rounds; round += 1) {
    const before = await lastSeq();
    const ending = async () => {
      await end();
      return lastSeq();
    };
    const race: [Promise<boolean>, Promise<number>] =
      round % 2 === 0 ? [send(), ending()] : (([ended, sent]) => [sent, ended])([ending(), send()] as const);
    const [isSent, afterEnd] = await Promise.all(race);
    // What was there when the end was answered is all that there will ever be.
    expect([await lastSeq(), afterEnd]).toEqual([before + Number(isSent), before + Number(isSent)]);
    expect(await send()).toBe(false);
    wins += Number(isSent);
    await mend();
  }
  return wins;
}

test("send × block, 1,000 rounds", { timeout: 120_000 }, async () => {
  const wins = await Promise.all(
    pairs.map(async (lane) => {
      const [anna, ben] = lane.people;
      const { room } = await anna.do("room:create-direct", { userIds: [ben.id] });
      return race(lane, room.id, {
        end: () => lane.anna.call("block:add", { userId: ben.id }),
        mend: () => lane.anna.call("block:remove", { userId: ben.id }),
      });
    }),
  );
  expect(wins.reduce((sum, one) => sum + one)).toBeGreaterThan(0);
});

test("send × remove, 1,000 rounds", { timeout: 120_000 }, async () => {
  const wins = await Promise.all(
    pairs.map(async (lane) => {
      const [anna, ben] = lane.people;
      const roomId = await anna.createRoom("Races");
      const add = () => lane.anna.call("member:add", { roomId, userIds: [ben.id] });
      await add();
      return race(lane, roomId, { end: () => lane.anna.call("member:remove", { roomId, userId: ben.id }), mend: add });
    }),
  );
  expect(wins.reduce((sum, one) => sum + one)).toBeGreaterThan(0);
});
