import type { RoomId, UserId } from "@parley/contract";
import { beforeEach, expect, test } from "vitest";
import type { Link } from "./connection.ts";
import { emptyState } from "./state.ts";
import { Store } from "./store.ts";
import { Watch } from "./watch.ts";

const here = "here" as RoomId;
const ann = "ann" as UserId;
let signals: unknown[][];
let store: Store;
let watch: Watch;

beforeEach(() => {
  signals = [];
  store = new Store(0);
  const link: Link = {
    isConnected: true,
    request: () => Promise.reject(new Error("Nothing is asked.")),
    signal: (...signal) => void signals.push(signal),
  };
  watch = new Watch(store, link);
});

const looksAt = (roomIds: RoomId[], friends = false) => ["presence:watch", { roomIds, friends }];

test("what is on screen is told, and again on every connection", () => {
  watch.set([here]);
  watch.set([here], { friends: true });
  watch.connected();
  watch.set([]);
  expect(signals).toEqual([looksAt([here]), looksAt([here], true), looksAt([here], true), looksAt([])]);
});

test("idleness is told when it begins and ends, and to a new connection while it lasts", () => {
  watch.setIdle(false);
  watch.setIdle(true);
  watch.setIdle(true);
  watch.connected();
  watch.setIdle(false);
  watch.connected();
  const idle = (isIdle: boolean) => ["presence:idle", { isIdle }];
  expect(signals).toEqual([idle(true), looksAt([]), idle(true), idle(false), looksAt([])]);
});

test("friends who are no longer looked at are not known to be there", () => {
  watch.set([], { friends: true });
  store.setBase({ ...emptyState(0), friendPresence: new Map([[ann, "online"]]) });
  watch.set([here], { friends: true });
  expect(store.base.friendPresence.size).toBe(1);
  watch.set([here]);
  expect(store.base.friendPresence.size).toBe(0);
});
