import { deepStrictEqual } from "node:assert/strict";
import { limits, type RoomId } from "@parley/contract";
import type { ClientState, ParleyClient, RoomEntry } from "../src/index.ts";

const WITHIN_MS = 5_000;

/**
 * The proof of sync: what a client became through events is what a new client of the same person fetches. Waits until
 * both are live, nothing is on its way, and they agree; else throws the difference. `fresh` must be started.
 */
export async function expectInSync(live: ParleyClient, fresh: ParleyClient): Promise<void> {
  await Promise.all([live.whenLive(), fresh.whenLive()]);
  for (const [roomId, entry] of live.getState().rooms) if (entry.window) await fresh.openRoom(roomId);
  const deadline = Date.now() + WITHIN_MS;
  for (;;) {
    try {
      assertSame(live.getState(), fresh.getState());
      return;
    } catch (difference) {
      if (Date.now() > deadline) throw difference;
    }
    await nextChange(live, fresh, deadline);
  }
}

/** Compares what is derived from the server; throws an AssertionError that shows the difference. */
export function assertSame(live: ClientState, fresh: ClientState): void {
  deepStrictEqual(live.outbox, [], "nothing waits in the outbox");
  deepStrictEqual(personal(live), personal(fresh), "what is mine");
  deepStrictEqual(named(live, fresh), named(fresh, live), "the people");
  for (const [roomId, entry] of live.rooms) assertSameRoom(entry, fresh.rooms.get(roomId));
}

function personal({ rooms, relations, emoji, ...state }: ClientState) {
  const { me, settings, server, rev, account, warnings, openReports, stickersRev, scheduled } = state;
  return {
    stickersRev,
    me,
    settings,
    server,
    rev,
    account,
    warnings,
    openReports,
    scheduled: scheduled.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    emoji: sorted(emoji),
    relations: sorted(relations),
    rooms: states(rooms),
  };
}

function states(rooms: ReadonlyMap<RoomId, RoomEntry>) {
  return new Map([...rooms].sort(([one], [other]) => (one < other ? -1 : 1)).map(([id, { state }]) => [id, state]));
}

function named(state: ClientState, other: ClientState) {
  return new Map([...state.people].filter(([id]) => other.people.has(id)).sort());
}

function assertSameRoom(live: RoomEntry, fresh: RoomEntry | undefined): void {
  const of = `room ${live.state.room.name || live.state.room.id}`;
  if (!live.window || !fresh?.window) return;
  const seqs = new Set(fresh.window.messages.map((message) => message.seq));
  const shared = live.window.messages.filter((message) => seqs.has(message.seq));
  const first = shared[0]?.seq ?? Number.POSITIVE_INFINITY;
  const last = shared.at(-1)?.seq ?? 0;
  const same = fresh.window.messages.filter((message) => message.seq >= first && message.seq <= last);
  deepStrictEqual(shared, same, `${of}: messages`);
  deepStrictEqual(live.window.messages.map(seqOf), run(live.window.messages.map(seqOf)), `${of}: no holes`);
  if (live.window.isEnd) deepStrictEqual(live.window.messages.at(-1), fresh.window.messages.at(-1), `${of}: the end`);
  if (live.members && fresh.members && !live.hasMoreMembers && !fresh.hasMoreMembers) {
    deepStrictEqual(sorted(live.members), sorted(fresh.members), `${of}: members`);
  }
  if (live.state.room.memberCount <= limits.receiptMembers) {
    deepStrictEqual(sorted(live.receipts), sorted(fresh.receipts), `${of}: receipts`);
  }
}

function seqOf({ seq }: { seq: number }): number {
  return seq;
}

function run(seqs: readonly number[]): readonly number[] {
  const first = seqs[0] ?? 0;
  return seqs.map((_, at) => first + at);
}

function sorted<K, V>(map: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  return new Map([...map].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function nextChange(live: ParleyClient, fresh: ParleyClient, deadline: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      for (const off of offs) off();
      resolve();
    };
    const timer = setTimeout(done, Math.max(0, deadline - Date.now()) + 1);
    const offs = [live.subscribe(done), fresh.subscribe(done)];
  });
}
