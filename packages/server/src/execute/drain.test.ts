import type { Reply } from "@parley/contract";
import { expect, test } from "vitest";
import { drainable } from "./drain.ts";
import type { Call } from "./execute.ts";

const call = { name: "server:describe" } as Call;

test("what is under way is answered, what comes later is refused to be tried again", async () => {
  const waiting: ((reply: Reply) => void)[] = [];
  const { execute, drain } = drainable(() => new Promise((resolve) => waiting.push(resolve)));
  const underWay = [execute(call), execute(call)];
  let isIdle = false;
  const drained = drain().then(() => {
    isIdle = true;
  });
  expect(await execute(call)).toMatchObject({ ok: false, error: { code: "unavailable" } });
  waiting[0]?.({ ok: true, data: 1 });
  expect(await underWay[0]).toEqual({ ok: true, data: 1 });
  expect(isIdle).toBe(false);
  waiting[1]?.({ ok: true, data: 2 });
  expect(await underWay[1]).toEqual({ ok: true, data: 2 });
  await drained;
});

test("with nothing under way it is done at once", async () => {
  await drainable(async () => ({ ok: true, data: 1 })).drain();
});
