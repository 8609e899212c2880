/** Who finds what: only what they may read, now. And nothing of what is gone stays behind. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { newId, type RoomId } from "@parley/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openData, type TestData } from "../database.ts";
import { Person, populate } from "../person.ts";
import { isOnPostgres, startServer } from "../start-server.ts";
import { bodiesFound, say, search, untilIndexed } from "./found.ts";
import { fill } from "./many-messages.ts";

const server = await startServer();
let data: TestData;
let anna: Person;
let ben: Person;
let xan: Person;
let roomId: RoomId;
beforeAll(async () => {
  [anna, ben, xan] = await populate(server, ["Anna", "Ben", "Xan"]);
  data = await openData(server);
  roomId = await anna.createRoom("Between two");
  await anna.do("member:add", { roomId, userIds: [ben.id] });
});
afterAll(async () => {
  await data.close();
  await server.stop();
});

test("only members find, only as long as they are in, and only what they have not cleared", async () => {
  await say(anna, roomId, ["treasure one"]);
  await untilIndexed(data);
  expect(await bodiesFound(ben, "treasure")).toEqual(["treasure one"]);
  expect(await bodiesFound(xan, "treasure")).toEqual([]);
  expect(await bodiesFound(xan, "treasure from:@anna in:#between-two")).toEqual([]);
  const there = await xan.ask("search:messages", { text: "treasure", roomId });
  expect(there).toEqual(await xan.ask("search:messages", { text: "treasure", roomId: newId<RoomId>(1) }));
  await ben.do("room:clear", { roomId });
  expect(await bodiesFound(ben, "treasure")).toEqual([]);
  await say(anna, roomId, ["treasure two"]);
  await untilIndexed(data);
  expect(await bodiesFound(ben, "treasure")).toEqual(["treasure two"]);
  expect((await search(ben, "treasure")).rooms).toEqual([{ id: roomId, name: "Between two", kind: "private" }]);
  await anna.do("member:remove", { roomId, userId: ben.id });
  expect(await bodiesFound(ben, "treasure")).toEqual([]);
  await anna.do("member:add", { roomId, userIds: [ben.id] });
});

test("whom I block is not found, unless I name them; they still find me", async () => {
  await say(anna, roomId, ["quarrel of mine"]);
  await say(ben, roomId, ["quarrel of theirs"]);
  await untilIndexed(data);
  await anna.do("block:add", { userId: ben.id });
  expect(await bodiesFound(anna, "quarrel")).toEqual(["quarrel of mine"]);
  expect(await bodiesFound(anna, "quarrel from:@ben")).toEqual(["quarrel of theirs"]);
  expect(await bodiesFound(ben, "quarrel")).toEqual(["quarrel of theirs", "quarrel of mine"]);
  await anna.do("block:remove", { userId: ben.id });
});

/** What is said, found, and then goes: each of the ways there are. */
const ways: Record<string, (roomId: RoomId, bodies: readonly string[]) => Promise<void>> = {
  async edited(at) {
    const { messages } = await anna.do("message:history", { roomId: at });
    for (const { id, senderId } of messages)
      if (senderId === ben.id) await ben.do("message:edit", { roomId: at, messageId: id, body: "Nothing" });
  },
  async "deleted one by one"(at) {
    const { messages } = await anna.do("message:history", { roomId: at });
    for (const { id } of messages) await anna.do("message:delete", { roomId: at, messageId: id });
  },
  async "deleted all together"(at) {
    await ben.do("message:delete-mine", { roomId: at });
  },
  async disappeared() {
    server.clock.forward(300_000);
  },
  async "gone with the conversation"(at) {
    await ben.do("room:delete-direct", { roomId: at });
  },
};

test("what goes is found no more from that moment, and is not in the file either", async () => {
  for (const [way, go] of Object.entries(ways)) {
    const stem = `CANARY${way.replaceAll(" ", "")}`;
    const bodies = Array.from({ length: 30 }, (_, at) => `${stem} ${stem}${at} 東京${stem}x ${"y".repeat(at * 200)}`);
    const { room } = way.startsWith("gone")
      ? await anna.do("room:create-direct", { userIds: [ben.id] })
      : { room: { id: await anna.createRoom(`Secrets ${way}`) } };
    if (!way.startsWith("gone")) await anna.do("member:add", { roomId: room.id, userIds: [ben.id] });
    if (way === "disappeared") await anna.do("room:set-expiry", { roomId: room.id, expiresAfterMs: 300_000 });
    await say(ben, room.id, bodies);
    await untilIndexed(data);
    expect(await bodiesFound(anna, stem, { limit: 50 })).toHaveLength(30);
    await go(room.id, bodies);
    expect({ way, found: await bodiesFound(anna, stem) }).toEqual({ way, found: [] });
    await expect
      .poll(async () => (await data.sql(`select 1 from messages where body like '%${stem}%'`)).length, {
        timeout: 9_000,
      })
      .toBe(0);
    await untilIndexed(data);
    const kept = isOnPostgres ? "vector::text" : "terms";
    expect(await data.sql(`select 1 from search_documents where ${kept} like '%${stem.toLowerCase()}%'`)).toEqual([]);
    if (way !== "edited") continue;
    // Not found, but kept for those who were there, until the message goes.
    await ben.do("message:delete-mine", { roomId: room.id });
    await expect.poll(() => data.sql("select 1 from message_edits"), { timeout: 9_000 }).toEqual([]);
  }
  if (isOnPostgres) return;
  const database = new DatabaseSync(join(server.folder, "parley.db"));
  database.exec("pragma busy_timeout = 5000");
  expect({ ...database.prepare("pragma wal_checkpoint(truncate)").get() }).toMatchObject({ busy: 0 });
  database.close();
  const files = readdirSync(server.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const file of files.map(({ parentPath, name }) => relative(server.folder, join(parentPath, name)))) {
    const text = readFileSync(join(server.folder, file)).toString("latin1").toLowerCase();
    // FTS5 keeps of neighbouring terms only where they differ, so the ends alone would be telling, too.
    for (const trace of ["canary", "onebyone", "alltogether", "withtheconversation", "yyyyyyyy"])
      expect(`${file} ${trace}: ${text.includes(trace)}`).toBe(`${file} ${trace}: false`);
  }
});

test("what is pinned is found as such, until it is pinned no more", async () => {
  const { seq } = await anna.send(roomId, "the address of the harbour");
  await say(anna, roomId, ["no address"]);
  await anna.do("pin:add", { roomId, seq });
  await untilIndexed(data);
  expect(await bodiesFound(anna, "address is:pinned")).toEqual(["the address of the harbour"]);
  expect(await bodiesFound(xan, "is:pinned")).toEqual([]);
  await anna.do("pin:remove", { roomId, seq });
  await untilIndexed(data);
  expect(await bodiesFound(anna, "is:pinned")).toEqual([]);
});

test("a message that only got a reaction is gone through too, and nobody is told to wait for it", async () => {
  const { seq } = await anna.send(roomId, "the tide table");
  await untilIndexed(data);
  await anna.do("reaction:add", { roomId, seq, emoji: "👍" });
  server.clock.forward(60_000);
  await untilIndexed(data);
  expect((await search(anna, "tide", { roomId })).isComplete).toBe(true);
});

test("an older database is gone through at the next start, and nothing is missed or doubled", async () => {
  const old = await anna.createRoom("Old");
  await fill(data, { roomId: old, senderIds: [anna.id], count: 2_500 });
  expect((await search(anna, "number 2499 ", { roomId: old })).isComplete).toBe(false);
  await data.close();
  await server.halt();
  const again = await server.again();
  data = await openData(again);
  const me = await new Person(again, {
    user: anna.user,
    token: anna.token,
    sessionId: anna.sessionId,
  } as never).signIn();
  await untilIndexed(data);
  const { hits, isComplete } = await search(me, "number 249", { roomId: old, limit: 50 });
  expect(hits.map(({ message }) => message.seq)).toEqual(
    [249, ...Array.from({ length: 10 }, (_, at) => 2_490 + at)].sort((one, other) => other - one),
  );
  expect(isComplete).toBe(true);
  expect(Number((await data.sql("select count(*) as n from search_documents"))[0]?.n)).toBe(
    Number((await data.sql("select count(*) as n from messages where deleted_at is null"))[0]?.n),
  );
  await again.halt();
});
