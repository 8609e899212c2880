import { expect, test } from "vitest";
import { localCluster } from "./local.ts";

const rate = { burst: 3, perMinute: 60 };

test("so many at once, then one for each moment that passes", () => {
  const { take } = localCluster();
  expect([1, 2, 3].map(() => take("key", rate, 1_000))).toEqual([0, 0, 0]);
  expect(take("key", rate, 1_000)).toBe(1_000);
  expect(take("key", rate, 1_400)).toBe(600);
  expect(take("key", rate, 2_000)).toBe(0);
  expect(take("other", rate, 2_000)).toBe(0);
  expect(take("key", rate, 99_000)).toBe(0);
  expect([1, 2, 3].map(() => take("key", rate, 99_000) > 0)).toEqual([false, false, true]);
});

test("a clock that jumps back gives nothing away", () => {
  const { take } = localCluster();
  for (let at = 0; at < 3; at += 1) take("key", rate, 50_000);
  expect(take("key", rate, 1_000)).toBeGreaterThan(0);
  expect(take("key", rate, 2_000)).toBe(0);
});
