import { idMaker, newId, ParleyError, requestNames, type SessionId, type UserId } from "@parley/contract";
import { afterAll, expect, test } from "vitest";
import type { Actor } from "../../src/context.ts";
import { createRefusalLog } from "../../src/execute/refusal-log.ts";
import { type LogLine, loggerTo } from "../start-server.ts";
import { openStore } from "./open-store.ts";

const { store, close } = await openStore();
afterAll(close);
const hourMs = 3_600_000;
const names = requestNames.filter((name) => !/^(typing|presence):/.test(name));

function somebody(): Actor {
  const id = newId<UserId>(Date.now());
  return { user: { id, handle: "eve", name: "Eve", role: "person" }, sessionId: newId<SessionId>(Date.now()) };
}

test("however many try everything, the lines of an hour are few", async () => {
  const log: LogLine[] = [];
  const note = createRefusalLog({ store, logger: loggerTo(log), newId: idMaker(() => 1) });
  const forbidden = new ParleyError("forbidden", "You may not do this.");
  const linesOf = async () =>
    (await store.reader.audit.list({ roomId: null, before: undefined, limit: 10_000 })).length;
  const everything = async (actor: Actor, now: number) => {
    for (const name of names) await note({ name, input: {}, actor }, forbidden, now);
  };
  const eve = somebody();
  for (let times = 0; times < 3; times += 1) await everything(eve, 0);
  expect(await linesOf()).toBe(20);
  for (let people = 0; people < 40; people += 1) await everything(somebody(), 1);
  expect(await linesOf()).toBe(500);
  expect(log).toMatchObject([{ level: "warn" }]);
  await everything(eve, hourMs);
  expect(await linesOf()).toBe(520);
});

test("nobody in particular, and no other refusal, leaves a line", async () => {
  const note = createRefusalLog({ store, logger: loggerTo([]), newId: idMaker(() => 1) });
  const before = await store.reader.audit.list({ roomId: null, before: undefined, limit: 10_000 });
  await note({ name: "member:ban", input: {}, actor: null }, new ParleyError("forbidden", "No."), 0);
  await note({ name: "member:ban", input: {}, actor: somebody() }, new ParleyError("not_found", "No."), 0);
  await note({ name: "typing:start", input: {}, actor: somebody() }, new ParleyError("forbidden", "No."), 0);
  expect(await store.reader.audit.list({ roomId: null, before: undefined, limit: 10_000 })).toEqual(before);
});
