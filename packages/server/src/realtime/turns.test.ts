import { expect, test } from "vitest";
import { Turns } from "./turns.ts";

test("the order is that of asking, not of readiness, and a failure holds nobody up", async () => {
  const turns = new Turns<object>();
  const [place, elsewhere] = [{}, {}];
  const done: string[] = [];
  const slow = Promise.withResolvers<void>();
  const first = turns.take(place, () => slow.promise.then(() => void done.push("first")));
  const second = turns.take(place, () => Promise.reject(new Error("no")));
  const third = turns.take(place, async () => void done.push("third"));
  await turns.take(elsewhere, async () => void done.push("elsewhere"));
  slow.resolve();
  await first;
  await expect(second).rejects.toThrow("no");
  await third;
  expect(done).toEqual(["elsewhere", "first", "third"]);
});
