/** A full disk: nothing is acknowledged, nothing of it is stored, and it heals by itself. */
import type { Message, RoomId } from "@parley/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Engine } from "../../src/store/engine.ts";
import { openData, type TestData } from "../database.ts";
import { type Person, populate } from "../person.ts";
import { isOnPostgres, startServer } from "../start-server.ts";

const engines: Engine[] = [];
const server = await startServer({
  wrapEngine: (engine) => {
    engines.push(engine);
    return engine;
  },
});
let anna: Person;
let ben: Person;
let data: TestData;
let roomId: RoomId;
beforeAll(async () => {
  [anna, ben] = await populate(server, ["Anna", "Ben"]);
  data = await openData(server);
  roomId = await anna.createRoom("Diary");
  await anna.do("member:add", { roomId, userIds: [ben.id] });
});
afterAll(async () => {
  await data.close();
  await server.stop();
});

/** SQLite may take no more pages than it has; PostgreSQL says of itself what it says when its disk is full. */
async function fill(): Promise<void> {
  if (!isOnPostgres) return limitPages(1);
  await data.sql(`create function refuse() returns trigger language plpgsql as
    $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`);
  await data.sql("create trigger full_disk before insert on messages for each row execute function refuse()");
}

async function makeRoom(): Promise<void> {
  if (!isOnPostgres) return limitPages(1_000_000);
  await data.sql("drop trigger full_disk on messages");
}

/** The pragma holds for the one connection that writes. */
async function limitPages(count: number): Promise<void> {
  const statement = { text: `pragma max_page_count = ${count}`, parameters: [] };
  await engines[0]?.transact(
    async (runner) => {
      await runner.all(statement, []);
    },
    () => undefined,
  );
}

test("a command that does not fit is refused, to be tried again; then it works", async () => {
  await fill();
  const witness = await ben.connect();
  const stored: Message[] = [];
  const refused: string[] = [];
  const body = "x".repeat(8_000);
  for (let round = 0; refused.length === 0; round += 1) {
    const replies = await Promise.all(Array.from({ length: 5 }, () => attempt(body)));
    for (const reply of replies) {
      if (typeof reply === "string") refused.push(reply);
      else stored.push(reply);
    }
    expect(round).toBeLessThan(50);
  }
  expect(new Set(refused)).toEqual(new Set(["storage_full"]));
  const seqs = (await data.sql("select seq from messages order by seq")).map((row) => Number(row.seq));
  expect(seqs).toEqual(stored.map((message) => message.seq).sort((one, other) => one - other));
  expect((await anna.do("room:open", { roomId })).state.lastSeq).toBe(stored.length);
  await witness.barrier();
  expect(witness.named("message:sent")).toHaveLength(stored.length);
  expect(server.log.filter((line) => line.level === "error").map((line) => line.message)).toContain(
    "The disk is full; a command was refused.",
  );

  await makeRoom();
  const next = await anna.send(roomId, body);
  expect(next.seq).toBe(stored.length + 1);
  await witness.until("message:sent", (message) => message.id === next.id);
  witness.close();
});

async function attempt(body: string): Promise<Message | string> {
  try {
    return await anna.send(roomId, body);
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : "no refusal";
  }
}
