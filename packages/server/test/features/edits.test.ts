import { limits, type RoomId } from "@parley/contract";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openData } from "../database.ts";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";

const server = await startServer();
afterAll(server.stop);
let anna: Person;
let ben: Person;
let cleo: Person;
let roomId: RoomId;

beforeAll(async () => {
  [anna, ben, cleo] = await populate(server, ["Anna", "Ben", "Cleo"]);
});
beforeEach(async () => {
  roomId = await anna.createRoom("Drafts");
  await anna.do("member:add", { roomId, userIds: [ben.id] });
});

const bodiesFor = async (person: Person, seq: number) =>
  (await person.do("edit:list", { roomId, seq })).edits.map(({ body }) => body);

/** Sends, and edits a second apart. */
async function said(...bodies: [string, ...string[]]) {
  const { id: messageId, seq } = await anna.send(roomId, bodies[0]);
  for (const body of bodies.slice(1)) {
    server.clock.forward(1_000);
    await anna.do("message:edit", { roomId, messageId, body });
  }
  return { messageId, seq };
}

test("what it said is there for those who could see it, the oldest first, and when", async () => {
  const { messageId, seq } = await said("one", "two", "three");
  await anna.do("message:edit", { roomId, messageId, body: "three" });
  const { edits } = await ben.do("edit:list", { roomId, seq });
  expect(edits.map(({ body }) => body)).toEqual(["one", "two"]);
  expect(edits[0]?.replacedAt).toBe(edits[1]?.writtenAt);
  for (const { writtenAt, replacedAt } of edits) expect(replacedAt - writtenAt).toBeGreaterThanOrEqual(1_000);
  expect(await cleo.codeOf("edit:list", { roomId, seq })).toBe("not_found");
  expect(await bodiesFor(ben, (await anna.send(roomId, "never edited")).seq)).toEqual([]);
});

test("who came later sees only what was said from then on; who wrote it sees it all", async () => {
  const { messageId, seq } = await said("one", "two");
  server.clock.forward(1_000);
  await anna.do("member:add", { roomId, userIds: [cleo.id] });
  server.clock.forward(1_000);
  await anna.do("message:edit", { roomId, messageId, body: "three" });
  expect([await bodiesFor(cleo, seq), await bodiesFor(ben, seq)]).toEqual([["two"], ["one", "two"]]);
  await ben.do("room:leave", { roomId });
  server.clock.forward(1_000);
  await anna.do("member:add", { roomId, userIds: [ben.id] });
  expect([await bodiesFor(ben, seq), await bodiesFor(anna, seq)]).toEqual([[], ["one", "two"]]);
});

test("it goes with its message: one by one, all of a person's, or by its time; and is cleared away with it", async () => {
  const first = await said("one", "better");
  await said("two", "better");
  await anna.do("message:delete", { roomId, messageId: first.messageId });
  expect(await bodiesFor(ben, first.seq)).toEqual([]);
  await anna.do("message:delete-mine", { roomId });
  await anna.do("room:set-expiry", { roomId, expiresAfterMs: 300_000 });
  const { seq } = await said("three", "better");
  await ben.do("room:clear", { roomId });
  expect(await ben.codeOf("edit:list", { roomId, seq })).toBe("not_found");
  server.clock.forward(300_001);
  expect(await bodiesFor(anna, seq)).toEqual([]);
  const data = await openData(server);
  const left = () => data.sql(`select body from message_edits where room_id = '${roomId}'`);
  await expect.poll(left).toEqual([]);
  await data.close();
});

test(`the last ${limits.edits} are kept`, async () => {
  const bodies = Array.from({ length: limits.edits + 3 }, (_, at) => `text ${at}`);
  const { seq } = await said("first", ...bodies);
  expect(await bodiesFor(ben, seq)).toEqual(bodies.slice(2, -1));
});
