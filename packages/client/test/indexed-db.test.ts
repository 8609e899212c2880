import "fake-indexeddb/auto";
import { defaultSettings, newId, type RoomId, type UserId } from "@parley/contract";
import { openDB } from "idb";
import { expect, onTestFinished, test, vi } from "vitest";
import { type ClientStorage, indexedDbStorage, type StoredCache, type StoredRoom } from "../src/index.ts";
import { Database } from "../src/storage/database.ts";
import { patiently } from "../src/storage/patiently.ts";
import { anItem } from "./model/items.ts";
import { plainRoom, plainState } from "./plain-room.ts";

const me = { id: newId<UserId>(0), handle: "me", name: "Me", role: "person" } as const;

function aRoom(name: string): StoredRoom {
  const room = { ...plainRoom, id: newId<RoomId>(0), kind: "public", name, memberCount: 1 } as const;
  const counts = { rev: 1, lastSeq: 0, readSeq: 0, unread: 0, mentions: 0 };
  return { state: { ...plainState, room, ...counts }, window: null, receipts: [] };
}

function cacheOf(rooms: readonly StoredRoom[]): StoredCache {
  return { version: 4, me, server: null, settings: defaultSettings, rooms, people: [me], relations: [] };
}

function opened(name: string): ClientStorage {
  const storage = indexedDbStorage(name);
  onTestFinished(() => storage.close());
  return storage;
}

test("the outbox and the cache are there after a reload, rooms in their order", async () => {
  const first = opened("reload");
  expect(await first.load()).toEqual({ cache: null, outbox: [] });
  for (const key of ["2", "1", "3"]) await first.outbox.put(anItem(key));
  await first.outbox.remove("2");
  const [one, two, three] = [aRoom("one"), aRoom("two"), aRoom("three")];
  await first.saveCache(cacheOf([one, two]));
  await first.saveCache(cacheOf([three, one]));
  await first.close();
  const found = await opened("reload").load();
  expect(found?.outbox.map((item) => item.key)).toEqual(["1", "3"]);
  expect(found?.cache).toEqual(cacheOf([three, one]));
});

test("a room that is gone when the next one writes is gone from the disk", async () => {
  const first = opened("gone");
  const [one, two] = [aRoom("one"), aRoom("CANARY")];
  await first.saveCache(cacheOf([one, two]));
  await first.close();
  const next = opened("gone");
  await next.load();
  await next.saveCache(cacheOf([one]));
  await next.close();
  const database = await openDB("gone");
  onTestFinished(() => database.close());
  expect(JSON.stringify(await database.getAll("rooms"))).not.toContain("CANARY");
});

test("another tab hears of a change of the outbox, and forgetting leaves nothing", async () => {
  const [mine, theirs] = [opened("tabs"), opened("tabs")];
  const heard = vi.fn();
  theirs.outbox.onChange(heard);
  await mine.outbox.put(anItem("1"));
  await vi.waitFor(() => expect(heard).toHaveBeenCalled());
  expect((await theirs.outbox.list()).map((item) => item.key)).toEqual(["1"]);
  await mine.saveCache(cacheOf([aRoom("one")]));
  await mine.wipe();
  expect(await theirs.load()).toEqual({ cache: null, outbox: [] });
});

test("one tab leads at a time, the next one when it goes", async () => {
  const ending = new AbortController();
  const leaders: string[] = [];
  const lead = (name: string, signal: AbortSignal) =>
    opened("leaders").lead(signal, async () => {
      leaders.push(name);
      await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
    });
  const first = lead("first", ending.signal);
  await vi.waitFor(() => expect(leaders).toEqual(["first"]));
  const waiting = new AbortController();
  const second = lead("second", waiting.signal);
  ending.abort();
  await first;
  await vi.waitFor(() => expect(leaders).toEqual(["first", "second"]));
  waiting.abort();
  await second;
});

/** Refuses to open the first `times` times; -> how often it was asked. */
function refuseToOpen(times: number, name: string): () => number {
  const { indexedDB } = globalThis;
  let asked = 0;
  vi.stubGlobal("indexedDB", {
    open(...wanted: Parameters<IDBFactory["open"]>) {
      asked += 1;
      if (asked <= times) throw new DOMException("Not now, or not in this window.", name);
      return indexedDB.open(...wanted);
    },
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  return () => asked;
}

test("a newer version in another tab is let through, and what cannot be kept is said", async () => {
  const storage = opened("newer");
  await storage.outbox.put(anItem("1"));
  const unkeepable = { ...anItem("2"), key: "2", odd: () => {} };
  await expect(storage.outbox.put(unkeepable)).rejects.toThrow();
  expect(await storage.outbox.list()).toHaveLength(1);
  const newer = await openDB("newer", 2);
  onTestFinished(() => newer.close());
  await expect(storage.outbox.put(anItem("3"))).rejects.toThrow();
});

test("without a database one can still talk, as long as the page is open", async () => {
  const asked = refuseToOpen(Number.POSITIVE_INFINITY, "SecurityError");
  const storage = opened("private");
  await storage.outbox.put(anItem("1"));
  expect((await storage.load())?.outbox).toHaveLength(1);
  expect(asked()).toBe(1);
});

test("a tab without a database leads at once, whoever leads the others", async () => {
  const elsewhere = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const lock = navigator.locks.request("crowded outbox", () => {
    held.resolve();
    return elsewhere.promise;
  });
  await held.promise;
  refuseToOpen(Number.POSITIVE_INFINITY, "SecurityError");
  const lead = vi.fn(async () => {});
  await opened("crowded").lead(new AbortController().signal, lead);
  expect(lead).toHaveBeenCalledOnce();
  elsewhere.resolve();
  await lock;
});

test("a tab that is refused the lock sends for itself, and one that was to end is silent", async () => {
  vi.spyOn(navigator.locks, "request").mockRejectedValue(new DOMException("Not in this window.", "SecurityError"));
  onTestFinished(() => void vi.restoreAllMocks());
  const lead = vi.fn(async () => {});
  await opened("refused").lead(new AbortController().signal, lead);
  expect(lead).toHaveBeenCalledOnce();
  await opened("refused").lead(AbortSignal.abort(), lead);
  expect(lead).toHaveBeenCalledOnce();
});

test.each([
  ["does not say what is in it", () => new Promise<never>(() => {})],
  ["is damaged", () => Promise.reject(new DOMException("Broken.", "UnknownError"))],
])("a database that %s is done without, and what waits in it stays there", async (_, read) => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const before = opened("silent");
  await before.outbox.put(anItem("1"));
  const reading = vi.spyOn(Database.prototype, "readCache").mockImplementation(read);
  onTestFinished(() => reading.mockRestore());
  const storage = opened("silent");
  const loading = storage.load();
  await vi.waitFor(() => expect(reading).toHaveBeenCalled());
  vi.advanceTimersByTime(5_000);
  expect(await loading).toEqual({ cache: null, outbox: [] });
  await storage.outbox.put(anItem("2"));
  expect((await storage.outbox.list()).map((item) => item.key)).toEqual(["2"]);
  reading.mockRestore();
  expect((await opened("silent").load())?.outbox.map((item) => item.key)).toEqual(["1"]);
  // Whoever signs out leaves nothing there either.
  await storage.wipe();
  expect(await storage.outbox.list()).toEqual([]);
  expect((await opened("silent").load())?.outbox).toEqual([]);
});

test("a database that refuses to open is asked again, and what was kept is found", async () => {
  const first = opened("moody");
  await first.outbox.put(anItem("1"));
  await first.close();
  const asked = refuseToOpen(2, "UnknownError");
  expect((await opened("moody").load())?.outbox).toHaveLength(1);
  expect(asked()).toBe(3);
});

test("a database that never answers is given up, and closed if it opens after all", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const late = Promise.withResolvers<{ close: () => void }>();
  const close = vi.fn();
  const opening = patiently(() => late.promise);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await opening).toBeNull();
  late.resolve({ close });
  await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
});
