import { expect, test, vi } from "vitest";
import { Coalescer } from "./coalescer.ts";

test("the last value of each is handed over, place by place, after a while", () => {
  vi.useFakeTimers();
  const handed: [string, [string, number][]][] = [];
  const coalescer = new Coalescer<string, string, number>(80, (place, values) => handed.push([place, [...values]]));
  coalescer.put("here", "a", 1);
  coalescer.put("there", "a", 2);
  coalescer.put("here", "b", 3);
  vi.advanceTimersByTime(79);
  coalescer.put("here", "a", 4);
  expect(handed).toEqual([]);
  vi.advanceTimersByTime(1);
  const expected = [
    [
      "here",
      [
        ["a", 4],
        ["b", 3],
      ],
    ],
    ["there", [["a", 2]]],
  ];
  expect(handed).toEqual(expected);
  coalescer.put("here", "a", 5);
  coalescer.flushAll();
  expect(handed).toEqual([...expected, ["here", [["a", 5]]]]);
  vi.advanceTimersByTime(1_000);
  expect(handed).toHaveLength(3);
  vi.useRealTimers();
});
