import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Idleness, idleAfterMs } from "./idleness.ts";

let changes: boolean[];
let idleness: Idleness;

beforeEach(() => {
  vi.useFakeTimers();
  changes = [];
  idleness = new Idleness({ onChange: (isIdle) => changes.push(isIdle) });
});
afterEach(() => {
  idleness.stop();
  vi.useRealTimers();
});

test("ten minutes without input are idle, and the next input ends that", () => {
  vi.advanceTimersByTime(idleAfterMs - 1);
  expect(changes).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(changes).toEqual([true]);
  vi.advanceTimersByTime(idleAfterMs * 3);
  expect(changes).toEqual([true]);
  idleness.input();
  idleness.input();
  expect(changes).toEqual([true, false]);
  vi.advanceTimersByTime(idleAfterMs);
  expect(changes).toEqual([true, false, true]);
});

test("each input begins the ten minutes anew, with one timer for all", () => {
  for (let minute = 0; minute < 30; minute += 1) {
    vi.advanceTimersByTime(60_000);
    for (let key = 0; key < 100; key += 1) idleness.input();
    expect(vi.getTimerCount()).toBe(1);
  }
  expect(changes).toEqual([]);
  vi.advanceTimersByTime(idleAfterMs);
  expect(changes).toEqual([true]);
});

test("a clock that jumps back makes nobody idle, and stops nothing", () => {
  vi.advanceTimersByTime(60_000);
  vi.setSystemTime(Date.now() - 3_600_000);
  vi.advanceTimersByTime(idleAfterMs);
  expect(changes).toEqual([]);
  vi.advanceTimersByTime(3_600_000 + idleAfterMs);
  expect(changes).toEqual([true]);
});

test("stopped it says nothing more", () => {
  idleness.stop();
  vi.advanceTimersByTime(idleAfterMs);
  expect(changes).toEqual([]);
});
