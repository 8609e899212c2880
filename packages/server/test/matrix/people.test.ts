/** Every request that names a person, by everyone who stands to them in some way: who may, and what a block withholds. */
import { type RequestName, requestNames, requests } from "@parley/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openData, type TestData } from "../database.ts";
import { setUp } from "../person.ts";
import { startServer } from "../start-server.ts";
import { canary, type Pair, pairUp, personRows, type Tie, ties } from "./person-rows.ts";

interface Row {
  input(pair: Pair): unknown;
  expected?: Partial<Record<Tie, string>>;
  reveals?: readonly Tie[];
  arrives?: true;
}
const rows: Record<string, Row> = personRows;

const server = await startServer();
let data: TestData;
beforeAll(async () => {
  await setUp(server);
  data = await openData(server);
});
afterAll(async () => {
  await data.close();
  await server.stop();
});

/** Requests whose input names a person, and two that name them in words. */
const about: readonly RequestName[] = [
  ...requestNames.filter((name) => ["userId", "userIds"].some((key) => key in requests[name].input.shape)),
  "user:find",
  "message:send",
];

test("every request that names a person has a row", () => {
  expect(Object.keys(personRows).sort()).toEqual([...about].sort());
});

test.each(about)("%s", async (name) => {
  const { input, expected = {}, reveals = [], arrives = false } = rows[name] ?? { input: () => ({}) };
  const found: Partial<Record<Tie, string>> = {};
  const told: Tie[] = [];
  for (const tie of ties) {
    const pair = await pairUp(server, tie);
    const witness = await pair.named.connect();
    const sent = await input(pair);
    const before = await data.digest();
    const reply = await pair.asker.ask(name, sent);
    found[tie] = reply.ok ? "ok" : reply.error.code;
    if (JSON.stringify(reply).includes(canary)) told.push(tie);
    if (!reply.ok) expect(await data.digest()).toBe(before);
    await witness.barrier();
    const isAcross = tie === "blockedBy" || tie === "blocks";
    if (!reply.ok || (isAcross && !arrives)) expect([tie, witness.events]).toEqual([tie, []]);
    witness.close();
  }
  expect(found).toEqual({ ...Object.fromEntries(ties.map((tie) => [tie, "ok"])), ...expected });
  expect(told).toEqual(reveals);
});
