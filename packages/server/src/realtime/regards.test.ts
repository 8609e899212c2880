import { defaultSettings, type UserId } from "@parley/contract";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Regard } from "../domain/visibility.ts";
import { Regards } from "./regards.ts";

const anna = "anna" as UserId;

/** Readings under way, oldest first: each ends when the test says so. */
let readings: PromiseWithResolvers<Regard>[];
let renewed: [Regard["mode"], Regard["mode"]][];
let warnings: string[];
let regards: Regards;

beforeEach(() => {
  [readings, renewed, warnings] = [[], [], []];
  const ignore = () => undefined;
  regards = new Regards({
    read: () => {
      const reading = Promise.withResolvers<Regard>();
      readings.push(reading);
      return reading.promise;
    },
    logger: { info: ignore, warn: (message: string) => void warnings.push(message), error: ignore },
    onRenewed: (before, after) => renewed.push([before.mode, after.mode]),
  });
});
afterEach(() => void vi.useRealTimers());

function regard(mode: Regard["mode"]): Regard {
  const { privacy } = defaultSettings;
  return { userId: anna, mode, privacy, friends: new Set(), blocked: new Map(), places: new Map() };
}

/** The oldest reading ends, and all that follows from it. */
async function ends(mode: Regard["mode"]): Promise<void> {
  readings.shift()?.resolve(regard(mode));
  await vi.waitFor(() => undefined);
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

async function held(mode: Regard["mode"]): Promise<void> {
  const holding = regards.hold(anna);
  await ends(mode);
  await holding;
}

test("read once for all connections of a person, and forgotten with the last", async () => {
  const [first, second] = [regards.hold(anna), regards.hold(anna)];
  expect([readings.length, regards.get(anna)]).toEqual([1, null]);
  await ends("busy");
  await Promise.all([first, second]);
  expect(regards.get(anna)?.mode).toBe("busy");
  regards.release(anna);
  expect(regards.isHeld(anna)).toBe(true);
  regards.release(anna);
  expect([regards.isHeld(anna), regards.get(anna)]).toEqual([false, null]);
});

test("from a change until it is read nothing is known, and whoever waits gets the new one", async () => {
  await held("auto");
  regards.renew(anna);
  expect(regards.get(anna)).toBeNull();
  const waiting = regards.of(anna);
  await ends("invisible");
  expect((await waiting).mode).toBe("invisible");
  expect(regards.get(anna)?.mode).toBe("invisible");
  expect(renewed).toEqual([["auto", "invisible"]]);
});

test("what was read before the last change is not taken", async () => {
  await held("auto");
  regards.renew(anna);
  regards.renew(anna);
  await ends("busy");
  expect(regards.get(anna)).toBeNull();
  await ends("invisible");
  expect(regards.get(anna)?.mode).toBe("invisible");
  expect(renewed).toEqual([["auto", "invisible"]]);
});

test("a change while it is read for the first time counts, too", async () => {
  const holding = regards.hold(anna);
  regards.renew(anna);
  await ends("auto");
  expect(regards.get(anna)).toBeNull();
  await ends("invisible");
  await holding;
  expect(regards.get(anna)?.mode).toBe("invisible");
});

test("of somebody who is not here it is read for the question alone", async () => {
  regards.renew(anna);
  expect(readings).toHaveLength(0);
  const asked = regards.of(anna);
  await ends("busy");
  expect([(await asked).mode, regards.isHeld(anna)]).toEqual(["busy", false]);
});

test("a reading that fails tells nothing, and is tried again", async () => {
  await held("auto");
  vi.useFakeTimers();
  regards.renew(anna);
  readings.shift()?.reject(new Error("The database is away."));
  await vi.advanceTimersByTimeAsync(10);
  expect([regards.get(anna), warnings.length]).toEqual([null, 1]);
  await vi.advanceTimersByTimeAsync(1_000);
  readings.shift()?.resolve(regard("busy"));
  await vi.advanceTimersByTimeAsync(0);
  expect(regards.get(anna)?.mode).toBe("busy");
  expect(renewed).toEqual([["auto", "busy"]]);
});

test("a first reading that fails is the caller's to know", async () => {
  const holding = regards.hold(anna);
  readings.shift()?.reject(new Error("The database is away."));
  await expect(holding).rejects.toThrow("away");
  regards.release(anna);
  expect(regards.isHeld(anna)).toBe(false);
});
