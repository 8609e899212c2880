import type { RoomId } from "@parley/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openData } from "../database.ts";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";

const server = await startServer();
afterAll(server.stop);
let anna: Person;
let ben: Person;
let xan: Person;
let roomId: RoomId;
const numbers = Array(1_000).keys();

beforeAll(async () => {
  [anna, ben, xan] = await populate(server, ["Anna", "Ben", "Xan"]);
});

async function roomWith(messages: number): Promise<void> {
  roomId = await anna.createRoom(`Room ${numbers.next().value}`);
  await anna.do("member:add", { roomId, userIds: [ben.id] });
  for (let at = 1; at <= messages; at += 1) await anna.send(roomId, `m${at}`);
}

const receiptOf = async (person: Person) =>
  (await anna.do("room:open", { roomId })).receipts.find((receipt) => receipt.userId === person.id);

describe("reading", () => {
  test("moves forwards only, never past the end", async () => {
    await roomWith(5);
    const read = (seq: number) => ben.do("receipt:read", { roomId, seq });
    expect(await read(3)).toMatchObject({ roomId, readSeq: 3, unread: 2, mentions: 0 });
    expect(await read(1)).toMatchObject({ readSeq: 3, unread: 2 });
    expect(await read(Number.MAX_SAFE_INTEGER)).toMatchObject({ readSeq: 5, unread: 0 });
  });

  test("on two devices at once ends at the furthest", async () => {
    for (let round = 0; round < 5; round += 1) {
      await roomWith(8);
      await Promise.all([2, 7, 3, 5].map((seq) => ben.do("receipt:read", { roomId, seq })));
      expect((await ben.do("room:open", { roomId })).state).toMatchObject({ readSeq: 7, unread: 1 });
    }
  });

  test("is told to one's other devices with the counts, and to the others as a pointer", async () => {
    await roomWith(4);
    const phone = await (await ben.signIn()).connect();
    const other = await anna.connect();
    const state = await ben.do("receipt:read", { roomId, seq: 2 });
    const { payload } = await phone.until("receipt:changed");
    expect(payload).toEqual({ ...state, rev: payload.rev });
    const moved = await other.until("receipt:moved", (_, place) => place === roomId);
    expect(moved).toMatchObject({ roomId, payload: { receipts: [{ userId: ben.id, readSeq: 2, deliveredSeq: 2 }] } });
    phone.close();
    other.close();
  });

  test("gathers what moves within a moment into one packet", async () => {
    await roomWith(30);
    const other = await anna.connect();
    await Promise.all(Array.from({ length: 30 }, (_, at) => ben.do("receipt:read", { roomId, seq: at + 1 })));
    await other.until("receipt:moved", ({ receipts }) => receipts.some((one) => one.readSeq === 30));
    expect(other.named("receipt:moved").length).toBeLessThan(10);
    other.close();
  });
});

describe("marking unread", () => {
  test("puts one's own pointer back; others keep seeing the furthest", async () => {
    await roomWith(5);
    await ben.do("receipt:read", { roomId, seq: 5 });
    expect(await ben.do("receipt:unread", { roomId, seq: 2 })).toMatchObject({ readSeq: 2, unread: 3 });
    expect(await receiptOf(ben)).toEqual({ userId: ben.id, readSeq: 5, deliveredSeq: 5 });
    expect(await ben.do("receipt:read", { roomId, seq: 4 })).toMatchObject({ readSeq: 4, unread: 1 });
    expect(await receiptOf(ben)).toMatchObject({ readSeq: 5 });
  });
});

describe("delivery", () => {
  test("moves forwards only, and is not reading", async () => {
    await roomWith(5);
    const deliver = (seq: number) => ben.do("receipt:delivered", { rooms: [{ roomId, seq }] });
    await deliver(3);
    await deliver(1);
    expect(await receiptOf(ben)).toEqual({ userId: ben.id, readSeq: 0, deliveredSeq: 3 });
    await deliver(99);
    expect(await receiptOf(ben)).toEqual({ userId: ben.id, readSeq: 0, deliveredSeq: 5 });
    expect((await ben.do("room:open", { roomId })).state.unread).toBe(5);
  });

  test("in rooms that one is not in is passed over", async () => {
    await roomWith(2);
    const mine = await xan.createRoom("Xan's");
    await xan.send(mine, "x");
    await xan.do("receipt:delivered", {
      rooms: [
        { roomId, seq: 2 },
        { roomId: mine, seq: 1 },
      ],
    });
    expect(await receiptOf(xan)).toBeUndefined();
  });
});

test.each([-1, 1.5, Number.NaN, 2 ** 53, "1", null])("seq %j is refused", async (seq) => {
  await roomWith(1);
  for (const name of ["receipt:read", "receipt:unread"] as const)
    expect(await ben.ask(name, { roomId, seq })).toMatchObject({ ok: false, error: { code: "invalid" } });
});

test("counts stop past the cap", async () => {
  await roomWith(49);
  const data = await openData(server);
  await data.sql(`insert into messages (id, room_id, seq, rev, sender_id, body, sent_at)
    with recursive numbers (n) as (select 50 union all select n + 1 from numbers where n < 1049)
    select '${roomId}' || n, '${roomId}', n, n, '${anna.id}', 'many', 0 from numbers`);
  await data.sql(`update rooms set last_seq = 1049 where id = '${roomId}'`);
  await data.close();
  await anna.send(roomId, "@ben");
  const state = (await ben.do("sync:open", {})).rooms.find(({ room }) => room.id === roomId);
  expect(state).toMatchObject({ unread: 1_000, mentions: 1, lastSeq: 1_050 });
  expect(await ben.do("receipt:read", { roomId, seq: 51 })).toMatchObject({ unread: 999 });
});
