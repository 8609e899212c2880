/** Typing and receipts switched off, for all conversations or one; invisible; across a block: what passes, what not. */
import type { Receipt, RoomId } from "@parley/contract";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { choose, looking, untilIs } from "../looking.ts";
import { type Person, populate, register } from "../person.ts";
import { startServer } from "../start-server.ts";
import type { Witness } from "../witness.ts";

const server = await startServer();
afterAll(server.stop);
let anna: Person;
let ben: Person;
let cleo: Person;
let roomId: RoomId;
let annas: Witness;
let bens: Witness;
let cleos: Witness;
const numbers = Array(1_000).keys();

beforeAll(async () => {
  [anna, ben, cleo] = await populate(server, ["Anna", "Ben", "Cleo"]);
});

beforeEach(async () => {
  roomId = await anna.createRoom(`Room ${numbers.next().value}`);
  await anna.do("member:add", { roomId, userIds: [ben.id, cleo.id] });
  for (let at = 1; at <= 4; at += 1) await anna.send(roomId, `m${at}`);
  [annas, bens, cleos] = [await looking(anna, [roomId]), await looking(ben, [roomId]), await looking(cleo, [roomId])];
  return async () => {
    for (const witness of [annas, bens, cleos]) witness.close();
    await choose(ben, {});
    await ben.do("settings:change", { presence: "auto" });
  };
});

/** Ways to hide, and how it is taken back. */
const hidings: [what: string, item: "typing" | "receipts", hide: () => Promise<unknown>][] = [
  ["typing, everywhere", "typing", () => choose(ben, { typing: false })],
  ["typing, here", "typing", () => ben.do("room:prefer", { roomId, typing: false })],
  ["receipts, everywhere", "receipts", () => choose(ben, { receipts: false })],
  ["receipts, here", "receipts", () => ben.do("room:prefer", { roomId, receipts: false })],
];
const ofTyping = hidings.filter(([, item]) => item === "typing");
const ofReceipts = hidings.filter(([, item]) => item === "receipts");

const started = (witness: Witness, person: Person) =>
  witness.named("typing:changed").some(({ payload }) => payload.started.includes(person.id));
const untilTyping = (witness: Witness, person: Person) =>
  witness.when(() => started(witness, person), `${person.user.name} to be typing`);

/** A pointer as a connection was told it, the latest. */
const told = (witness: Witness, person: Person): Receipt | undefined =>
  witness
    .named("receipt:moved")
    .filter((event) => event.roomId === roomId)
    .flatMap(({ payload }) => payload.receipts)
    .findLast((receipt) => receipt.userId === person.id);
const untilTold = (witness: Witness, person: Person, readSeq: number) =>
  witness.when(() => told(witness, person)?.readSeq === readSeq, `${person.user.name} to have read ${readSeq}`);
const fetched = async (viewer: Person, person: Person) =>
  (await viewer.do("room:open", { roomId })).receipts.find((receipt) => receipt.userId === person.id);
const resynced = async (viewer: Person, person: Person) => {
  const answer = await viewer.do("sync:room", { roomId, sinceRev: 1 });
  const receipts = answer.kind === "changes" ? answer.receipts : answer.view.receipts;
  return receipts.find((receipt) => receipt.userId === person.id);
};

describe("typing", () => {
  test.each(ofTyping)("switched off (%s) is neither shown nor heard", async (_, __, hide) => {
    await hide();
    await ben.do("room:open", { roomId });
    bens.signal("typing:start", { roomId });
    await bens.barrier();
    await anna.ask("typing:start", { roomId });
    await untilTyping(cleos, anna);
    await bens.barrier();
    expect([started(annas, ben), started(cleos, ben), started(bens, anna)]).toEqual([false, false, false]);
  });

  test("switched on for one conversation passes there, though it is off in general", async () => {
    await choose(ben, { typing: false });
    await ben.do("room:prefer", { roomId, typing: true });
    bens.signal("typing:start", { roomId });
    await untilTyping(annas, ben);
    await ben.do("room:prefer", { roomId, typing: null });
    await anna.ask("typing:start", { roomId });
    await untilTyping(cleos, anna);
    await bens.barrier();
    expect(started(bens, anna)).toBe(false);
  });

  test("of an invisible person is not shown, also over HTTP without a connection; they hear that of others", async () => {
    await ben.do("settings:change", { presence: "invisible" });
    bens.signal("typing:start", { roomId });
    await bens.barrier();
    await anna.ask("typing:start", { roomId });
    await untilTyping(bens, anna);
    expect(started(annas, ben)).toBe(false);
    bens.close();
    await ben.ask("typing:start", { roomId });
    await cleo.ask("typing:start", { roomId });
    await untilTyping(annas, cleo);
    expect(started(annas, ben)).toBe(false);
  });

  test("passes no block, either way, and all others hear it", async () => {
    await ben.do("block:add", { userId: anna.id });
    bens.signal("typing:start", { roomId });
    annas.signal("typing:start", { roomId });
    await untilTyping(cleos, ben);
    await untilTyping(cleos, anna);
    for (const witness of [annas, bens]) await witness.barrier();
    expect([started(annas, ben), started(bens, anna), started(annas, anna)]).toEqual([false, false, true]);
    await ben.do("block:remove", { userId: anna.id });
  });
});

describe("receipts", () => {
  test.each(ofReceipts)("switched off (%s) tell of delivery only, both ways", async (_, __, hide) => {
    await hide();
    await cleo.do("receipt:read", { roomId, seq: 2 });
    await ben.do("receipt:read", { roomId, seq: 3 });
    await annas.when(() => told(annas, ben)?.deliveredSeq === 3 && told(annas, cleo)?.readSeq === 2, "both pointers");
    expect(told(annas, ben)).toEqual({ userId: ben.id, readSeq: 0, deliveredSeq: 3 });
    await bens.when(() => told(bens, cleo)?.deliveredSeq === 2, "the delivery");
    for (const heard of [told(bens, cleo), await fetched(ben, cleo), await resynced(ben, cleo)])
      expect(heard).toEqual({ userId: cleo.id, readSeq: 0, deliveredSeq: 2 });
    for (const heard of [await fetched(anna, ben), await resynced(anna, ben)])
      expect(heard).toEqual({ userId: ben.id, readSeq: 0, deliveredSeq: 3 });
    expect(await fetched(anna, cleo)).toMatchObject({ readSeq: 2 });
    expect((await ben.do("room:open", { roomId })).state).toMatchObject({ readSeq: 3, unread: 1 });
  });

  test("switched on again show what is read from then on", async () => {
    await choose(ben, { receipts: false });
    await ben.do("receipt:read", { roomId, seq: 2 });
    await choose(ben, {});
    expect(await fetched(anna, ben)).toMatchObject({ readSeq: 0 });
    await ben.do("receipt:read", { roomId, seq: 3 });
    await untilTold(annas, ben, 3);
    await cleo.do("receipt:read", { roomId, seq: 4 });
    await untilTold(bens, cleo, 4);
  });

  test("of one conversation only are off in that one", async () => {
    await ben.do("room:prefer", { roomId, receipts: false });
    const other = await anna.createRoom(`Room ${numbers.next().value}`);
    await anna.do("member:add", { roomId: other, userIds: [ben.id] });
    await anna.send(other, "Hello");
    await ben.do("receipt:read", { roomId: other, seq: 1 });
    await annas.until("receipt:moved", ({ receipts }, place) => place === other && receipts[0]?.readSeq === 1);
  });

  test("of an invisible person stand still, delivery too; their own devices know", async () => {
    await ben.do("settings:change", { presence: "invisible" });
    const phone = await ben.connect();
    await ben.do("receipt:delivered", { rooms: [{ roomId, seq: 4 }] });
    await ben.do("receipt:read", { roomId, seq: 3 });
    expect((await phone.until("receipt:changed")).payload).toMatchObject({ roomId, readSeq: 3, unread: 1 });
    await cleo.do("receipt:read", { roomId, seq: 1 });
    await untilTold(annas, cleo, 1);
    await untilTold(bens, cleo, 1);
    expect([told(annas, ben), told(cleos, ben)]).toEqual([undefined, undefined]);
    expect(await fetched(anna, ben)).toEqual({ userId: ben.id, readSeq: 0, deliveredSeq: 0 });
    await ben.do("settings:change", { presence: "auto" });
    await ben.do("receipt:delivered", { rooms: [{ roomId, seq: 4 }] });
    await annas.when(() => told(annas, ben)?.deliveredSeq === 4, "the delivery");
    expect(told(annas, ben)).toMatchObject({ readSeq: 0 });
    phone.close();
  });

  test("stand still for whom one blocked: live, when opening, in a resync, and when asked for", async () => {
    await ben.do("block:add", { userId: anna.id });
    const then = { userId: ben.id, readSeq: 0, deliveredSeq: 0 };
    await ben.do("receipt:read", { roomId, seq: 3 });
    await anna.do("receipt:read", { roomId, seq: 4 });
    await untilTold(cleos, ben, 3);
    await untilTold(cleos, anna, 4);
    for (const [witness, viewer, other, seen] of [
      [annas, anna, ben, then],
      [bens, ben, anna, undefined],
    ] as const) {
      await witness.barrier();
      expect(told(witness, other)).toBeUndefined();
      expect([await fetched(viewer, other), await resynced(viewer, other)]).toEqual([seen, seen]);
      expect(JSON.stringify(await viewer.do("receipt:list", { roomId, seq: 1 }))).not.toContain(other.id);
    }
    expect(await fetched(anna, anna)).toMatchObject({ readSeq: 4 });
    await ben.do("block:remove", { userId: anna.id });
    await untilTold(annas, ben, 3);
    expect(await fetched(anna, ben)).toMatchObject({ readSeq: 3 });
    expect(JSON.stringify(await anna.do("receipt:list", { roomId, seq: 1 }))).toContain(ben.id);
  });
});

test("a stranger whose conversation waits learns nothing in it, until it is taken up", async () => {
  const stranger = await register(server, `Stranger ${numbers.next().value}`);
  const { room } = await stranger.do("room:create-direct", { userIds: [ben.id] });
  await stranger.send(room.id, "Hello?");
  const theirs = await looking(stranger, [room.id]);
  bens.signal("presence:watch", { roomIds: [room.id] });
  bens.signal("typing:start", { roomId: room.id });
  await bens.barrier();
  await ben.do("receipt:delivered", { rooms: [{ roomId: room.id, seq: 1 }] });
  await ben.do("receipt:read", { roomId: room.id, seq: 1 });
  const mark = await stranger.createRoom(`Mark ${numbers.next().value}`);
  await stranger.send(mark, "Sent after all that");
  await stranger.do("receipt:read", { roomId: mark, seq: 1 });
  await theirs.until("receipt:moved", (_, place) => place === mark);
  expect(JSON.stringify(theirs.batches)).not.toContain(ben.id);
  expect(await stranger.do("receipt:list", { roomId: room.id, seq: 1 })).toMatchObject({
    readers: [],
    deliveredTo: [],
  });

  await ben.do("room:accept", { roomId: room.id });
  await untilIs(theirs, ben, { place: room.id, is: "online" });
  bens.signal("typing:start", { roomId: room.id });
  await untilTyping(theirs, ben);
  theirs.close();
});

describe("what is wanted in one conversation", () => {
  test("is told to all of one's devices, and to nobody else", async () => {
    const preferences = await ben.do("room:prefer", { roomId, typing: false });
    expect(preferences).toEqual({ typing: false, receipts: null });
    const { payload } = await bens.until("room:preferred");
    expect(payload).toEqual({ rev: payload.rev, roomId, preferences });
    expect(await ben.do("room:prefer", { roomId, receipts: true })).toEqual({ typing: false, receipts: true });
    expect(await ben.do("room:prefer", { roomId, typing: null })).toEqual({ typing: null, receipts: true });
    expect((await ben.do("room:open", { roomId })).state.preferences).toEqual({ typing: null, receipts: true });
    await annas.barrier();
    expect(annas.named("room:preferred")).toEqual([]);
  });

  test("is still so for who comes back into the room", async () => {
    await ben.do("room:prefer", { roomId, typing: false });
    await ben.do("room:leave", { roomId });
    const again = await looking(ben, []);
    await anna.do("member:add", { roomId, userIds: [ben.id] });
    again.signal("typing:start", { roomId });
    await again.barrier();
    await cleo.ask("typing:start", { roomId });
    await untilTyping(annas, cleo);
    expect(started(annas, ben)).toBe(false);
    again.close();
  });
});
