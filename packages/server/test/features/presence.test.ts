import type { Payload, RoomId } from "@parley/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import type { Witness } from "../witness.ts";

const server = await startServer();
afterAll(server.stop);
let anna: Person;
let ben: Person;
let cleo: Person;
let xan: Person;
const numbers = Array(1_000).keys();

beforeAll(async () => {
  [anna, ben, cleo, xan] = await populate(server, ["Anna", "Ben", "Cleo", "Xan"]);
});

async function roomOf(...others: Person[]): Promise<RoomId> {
  const roomId = await anna.createRoom(`Room ${numbers.next().value}`);
  await anna.do("member:add", { roomId, userIds: others.map((person) => person.id) });
  return roomId;
}

async function watching(person: Person, ...roomIds: RoomId[]): Promise<Witness> {
  const witness = await person.connect();
  witness.signal("presence:watch", { roomIds });
  await witness.barrier();
  return witness;
}

/** Who is online in the room, as this connection was told. */
function onlineIn(witness: Witness, roomId: RoomId): string[] {
  const online = new Set<string>();
  for (const event of witness.named("presence:changed")) {
    if (event.roomId !== roomId) continue;
    if (event.payload.isWhole) online.clear();
    for (const { userId, availability } of event.payload.people) {
      if (availability === "offline") online.delete(userId);
      else online.add(userId);
    }
  }
  return [...online].sort();
}

const changesSince = (witness: Witness, at: number) =>
  witness.events
    .slice(at)
    .flatMap(({ name, payload }) => (name === "presence:changed" ? [payload as Payload<typeof name>] : []));
const sorted = (...people: Person[]) => people.map((person) => person.id).sort();
const untilOnline = (witness: Witness, roomId: RoomId, ...people: Person[]) =>
  witness.when(() => onlineIn(witness, roomId).join() === sorted(...people).join(), "the right people online");

describe("presence", () => {
  test("who looks at a room learns who is there, who comes and who goes", async () => {
    const roomId = await roomOf(ben, cleo);
    const bens = await ben.connect();
    const witness = await watching(anna, roomId);
    await untilOnline(witness, roomId, anna, ben);
    const cleos = await cleo.connect();
    await untilOnline(witness, roomId, anna, ben, cleo);
    bens.close();
    await untilOnline(witness, roomId, anna, cleo);
    cleos.close();
    witness.close();
  });

  test("who has left a room is not told of in it any more, however short they were there", async () => {
    const roomId = await roomOf(ben);
    const [witness, bens, cleos] = [await watching(anna, roomId), await ben.connect(), await cleo.connect()];
    await untilOnline(witness, roomId, anna, ben);
    for (const isIdle of [true, false, true, false]) {
      await anna.do("member:add", { roomId, userIds: [cleo.id] });
      await anna.do("member:remove", { roomId, userId: cleo.id });
      const left = witness.events.length;
      // What was gathered when Cleo came goes out with this at the latest.
      bens.signal("presence:idle", { isIdle });
      const isBen = ({ people }: Payload<"presence:changed">) => people.some(({ userId }) => userId === ben.id);
      await witness.when(() => changesSince(witness, left).some(isBen), "news of Ben");
      const named = changesSince(witness, left).flatMap(({ people }) => people.map(({ userId }) => userId));
      expect(named).not.toContain(cleo.id);
    }
    for (const one of [witness, bens, cleos]) one.close();
  });

  test("a page that reloads, or another device, does not flicker", async () => {
    const roomId = await roomOf(ben);
    const [first, second] = [await ben.connect(), await (await ben.signIn()).connect()];
    const witness = await watching(anna, roomId);
    await untilOnline(witness, roomId, anna, ben);
    first.close();
    second.close();
    const back = await ben.connect();
    const other = await watching(cleo);
    await witness.barrier();
    const told = witness.named("presence:changed").flatMap((event) => event.payload.people);
    expect(told.filter(({ availability }) => availability === "offline")).toEqual([]);
    back.close();
    await untilOnline(witness, roomId, anna);
    other.close();
    witness.close();
  });

  test("who comes into a room while online is there, who is taken out is not", async () => {
    const roomId = await roomOf(ben);
    const witness = await watching(anna, roomId);
    const cleos = await cleo.connect();
    await anna.do("member:add", { roomId, userIds: [cleo.id] });
    await untilOnline(witness, roomId, anna, cleo);
    await anna.do("member:remove", { roomId, userId: cleo.id });
    // `member:left` says it; who looks anew is told whole, who looks on is not told again.
    witness.signal("presence:watch", { roomIds: [] });
    witness.signal("presence:watch", { roomIds: [roomId] });
    await untilOnline(witness, roomId, anna);
    const told = witness.named("presence:changed").length;
    witness.signal("presence:watch", { roomIds: [roomId] });
    await witness.barrier();
    expect(witness.named("presence:changed")).toHaveLength(told);
    cleos.close();
    witness.close();
  });

  test("who does not look hears nothing, and nobody looks into a room that they are not in", async () => {
    const roomId = await roomOf(ben);
    const [idle, outsider] = [await ben.connect(), await watching(xan, roomId)];
    const witness = await watching(anna, roomId);
    await witness.until("presence:changed");
    await anna.ask("typing:start", { roomId });
    await witness.until("typing:changed");
    for (const other of [idle, outsider]) {
      await other.barrier();
      expect(other.batches).toEqual([]);
      other.close();
    }
    witness.close();
  });
});

describe("typing", () => {
  test("reaches who looks, and ends", async () => {
    const roomId = await roomOf(ben);
    const witness = await watching(anna, roomId);
    const bens = await ben.connect();
    bens.signal("typing:start", { roomId });
    const { payload } = await witness.until("typing:changed");
    expect(payload).toEqual({ started: [ben.id], stopped: [] });
    bens.signal("typing:stop", { roomId });
    expect((await witness.until("typing:changed", ({ stopped }) => stopped.length > 0)).payload.stopped).toEqual([
      ben.id,
    ]);
    bens.close();
    witness.close();
  });

  test("no more reaches who was taken out, who looks elsewhere, or who has gone", async () => {
    const roomId = await roomOf(ben, cleo);
    const [bens, cleos, annas] = [
      await watching(ben, roomId),
      await watching(cleo, roomId),
      await watching(anna, roomId),
    ];
    await anna.do("member:remove", { roomId, userId: ben.id });
    await bens.until("room:departed");
    cleos.signal("presence:watch", { roomIds: [] });
    await cleos.barrier();
    await anna.ask("typing:start", { roomId });
    await annas.until("typing:changed");
    for (const other of [bens, cleos]) {
      await other.barrier();
      expect(other.named("typing:changed")).toEqual([]);
      other.close();
    }
    expect(await ben.codeOf("typing:start", { roomId })).toBe("not_found");
    annas.close();
  });

  test("a flood of it is a trickle", async () => {
    const roomId = await roomOf(ben);
    const witness = await watching(anna, roomId);
    const bens = await ben.connect();
    for (let at = 0; at < 200; at += 1) bens.signal(at % 2 ? "typing:stop" : "typing:start", { roomId });
    await bens.barrier();
    await witness.until("typing:changed");
    expect(witness.named("typing:changed").length).toBeLessThan(20);
    bens.close();
    witness.close();
  });
});
