/** What happens often asks the database as little as it can: budgets that do not depend on the machine's speed. */
import { type FileId, type MessageId, newId, type RoomId, type StickerSetId } from "@parley/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Engine } from "../../src/store/engine.ts";
import type { Runner } from "../../src/store/prepared.ts";
import { newSet, newSticker } from "../drawn.ts";
import { type Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";

const asked: string[] = [];

/** Notes every statement, but not the locks that only PostgreSQL needs. */
function noting(runner: Runner): Runner {
  const note =
    <A extends readonly [{ readonly text: string }, readonly unknown[]], R>(ask: (...args: A) => R) =>
    (...args: A): R => {
      if (!args[0].text.includes("for update")) asked.push(args[0].text);
      return ask(...args);
    };
  return {
    compiler: runner.compiler,
    statements: runner.statements,
    fullText: runner.fullText,
    hasOneWriter: runner.hasOneWriter,
    all: note((statement, values) => runner.all(statement, values)),
    first: note((statement, values) => runner.first(statement, values)),
    run: note((statement, values) => runner.run(statement, values)),
  };
}

const server = await startServer({
  wrapEngine: (engine: Engine) => ({
    ...engine,
    reader: noting(engine.reader),
    transact: (work, committed) => engine.transact((runner) => work(noting(runner)), committed),
  }),
});
afterAll(server.stop);
let anna: Person;
let ben: Person;
let roomId: RoomId;

beforeAll(async () => {
  // No job comes in between: for each something is due later.
  server.clock.stop();
  [anna, ben] = await populate(server, ["Anna", "Ben"]);
  roomId = await anna.createRoom("Counted");
  await anna.do("member:add", { roomId, userIds: [ben.id] });
  for (let at = 1; at <= 9; at += 1) await anna.send(roomId, `m${at}`);
});

async function countOf(act: () => Promise<unknown>): Promise<readonly string[]> {
  asked.length = 0;
  await act();
  return [...asked];
}

test("reading: standing, settings, pointers, counts, the last message, my number", async () => {
  const witness = await ben.connect();
  await witness.call("receipt:read", { roomId, seq: 1 });
  expect(await countOf(() => witness.call("receipt:read", { roomId, seq: 5 }))).toHaveLength(6);
  witness.close();
});

test("delivery: settings once, then standing and pointers of each room", async () => {
  const witness = await ben.connect();
  const deliver = (seq: number) => witness.call("receipt:delivered", { rooms: [{ roomId, seq }] });
  expect(await countOf(() => deliver(9))).toHaveLength(3);
  witness.close();
});

test("typing and idleness ask for nothing but whether one may", async () => {
  const witness = await ben.connect();
  witness.signal("presence:watch", { roomIds: [roomId] });
  await witness.barrier();
  expect(await countOf(() => witness.call("typing:start", { roomId }))).toHaveLength(1);
  expect(await countOf(() => witness.call("presence:idle", { isIdle: true }))).toHaveLength(0);
  witness.close();
});

test("indexing fifty messages of one sticker asks for its words once", async () => {
  const { setId, stickerId } = await newSticker(anna, await newSet(anna), { words: "sleepy kitten" });
  const sticker = { setId: setId as StickerSetId, stickerId: stickerId as FileId };
  const post = () => anna.do("message:send", { id: newId<MessageId>(Date.now()), roomId, body: "", sticker });
  for (let at = 0; at < 50; at += 1) await post();
  asked.length = 0;
  // So late nobody has written for a while: all of them are one piece.
  server.clock.forward(10_000);
  const search = { text: "kitten has:sticker", roomId, limit: 50 };
  await expect.poll(async () => (await anna.do("search:messages", search)).hits.length).toBe(50);
  const ofWords = asked.filter((text) => text.includes('from "stickers"'));
  expect(ofWords).toHaveLength(1);
});
