/** Two things at the same moment, a thousand times: what is deleted stays deleted, whoever comes first. */
import { type MessageId, newId } from "@parley/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openData } from "../database.ts";
import { type Person, populate } from "../person.ts";
import { isOnPostgres, startServer } from "../start-server.ts";
import type { Witness } from "../witness.ts";

const server = await startServer();
let anna: Person;
let ben: Person;
let wires: [Witness, Witness];
beforeAll(async () => {
  [anna, ben] = await populate(server, ["Anna", "Ben"]);
  // They know each other: no conversation of theirs waits to be taken up.
  const roomId = await anna.createRoom("Both");
  await anna.do("member:add", { roomId, userIds: [ben.id] });
  wires = [await anna.connect(), await anna.connect()];
});
afterAll(async () => {
  for (const wire of wires) wire.close();
  await server.stop();
});

/** On PostgreSQL a quarter, for the time the tests may take. */
const rounds = isOnPostgres ? 250 : 1_000;
const lanes = 20;

/** All rounds, some at a time, each with its number, on two connections: on one, what is asked for waits its turn. */
async function race(round: (at: number, pair: [Witness, Witness]) => Promise<void>): Promise<void> {
  const numbers = Array(rounds).keys();
  const lane = async () => {
    const pair: [Witness, Witness] = [await anna.connect(), await anna.connect()];
    for (const at of numbers) await round(at, pair);
    for (const wire of pair) wire.close();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

test(`delete × edit, ${rounds} rounds`, { timeout: 60_000 }, async () => {
  const roomId = await anna.createRoom("Delete and edit");
  let edits = 0;
  await race(async (at, [one, other]) => {
    const messageId = newId<MessageId>(Date.now());
    await one.call("message:send", { id: messageId, roomId, body: "Short-lived" });
    const requests = [
      () => one.call("message:delete", { roomId, messageId }),
      () => other.call("message:edit", { roomId, messageId, body: `Back ${at}` }),
    ];
    const replies = await Promise.all((at % 2 === 0 ? requests : requests.toReversed()).map((request) => request()));
    const [deleted, edited] = at % 2 === 0 ? replies : replies.toReversed();
    expect(deleted).toMatchObject({ ok: true, data: { body: "" } });
    if (edited?.ok) edits += 1;
    else expect(edited).toMatchObject({ error: { code: "conflict" } });
  });
  expect(edits).toBeGreaterThan(0);
  expect(edits).toBeLessThan(rounds);
  const data = await openData(server);
  expect(
    await data.sql(
      `select count(*) as n from messages where room_id = '${roomId}' and (body <> '' or deleted_at is null)`,
    ),
  ).toEqual([{ n: 0 }]);
  const [room] = await data.sql(`select last_rev as rev from rooms where id = '${roomId}'`);
  // One for the maker's coming in, and one for each message, deletion, and edit that came first.
  expect(room?.rev).toBe(1 + 2 * rounds + edits);
  await data.close();
});

test(`send × delete the conversation, ${rounds} rounds`, { timeout: 60_000 }, async () => {
  const [one, other] = wires;
  let sent = 0;
  // One conversation for each two people: here the rounds come one after another.
  for (let at = 0; at < rounds; at += 1) {
    const made = await one.call("room:create-direct", { userIds: [ben.id] });
    if (!made.ok) throw new Error(made.error.message);
    const { room } = made.data as { room: { id: string } };
    const requests = [
      () => one.call("room:delete-direct", { roomId: room.id }),
      () => other.call("message:send", { id: newId<MessageId>(Date.now()), roomId: room.id, body: `Hello ${at}` }),
    ];
    const replies = await Promise.all((at % 2 === 0 ? requests : requests.toReversed()).map((request) => request()));
    const [deleted, said] = at % 2 === 0 ? replies : replies.toReversed();
    expect(deleted).toEqual({ ok: true, data: {} });
    if (said?.ok) sent += 1;
    else expect(said).toMatchObject({ error: { code: "not_found" } });
  }
  expect(sent).toBeGreaterThan(0);
  expect(sent).toBeLessThan(rounds);
  const data = await openData(server);
  expect(await data.sql("select id from rooms where kind = 'direct'")).toEqual([]);
  expect(await data.sql("select id from messages where body like 'Hello%'")).toEqual([]);
  await data.close();
});

test("delete × begin the conversation: there is one at the end, and it works", { timeout: 60_000 }, async () => {
  const [one, other] = wires;
  for (let at = 0; at < 100; at += 1) {
    const first = await anna.do("room:create-direct", { userIds: [ben.id] });
    const [, begun] = await Promise.all([
      one.call("room:delete-direct", { roomId: first.room.id }),
      other.call("room:create-direct", { userIds: [ben.id] }),
    ]);
    expect(begun.ok).toBe(true);
    const { room } = await ben.do("room:create-direct", { userIds: [anna.id] });
    expect((await ben.send(room.id, "Hello")).seq).toBeGreaterThan(0);
  }
});
