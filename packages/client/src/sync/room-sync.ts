import { type EventPair, isRetryable, type Message, type RoomId, type RoomView } from "@parley/contract";
import { asParleyError } from "../errors.ts";
import { withShownReceipts } from "../reducers/receipts.ts";
import { withPeople } from "../reducers/users.ts";
import type { Store } from "../store.ts";
import { applyToRoom, contextOf } from "./apply.ts";
import { EventQueue } from "./event-queue.ts";
import { type ChangesPage, mergeChanges, mergeView } from "./merge.ts";
import type { Round } from "./round.ts";

/** How long an acknowledged change may take to arrive as an event before it is asked for. */
const EXPECTED_WITHIN_MS = 1_000;
const RETRY_MS = 1_000;
const ATTEMPTS = 5;

export interface RoomSyncHooks {
  /** After the state holds it. */
  onEvent(roomId: RoomId | undefined, event: EventPair): void;
  /** Messages that came in a resync. */
  onMessages(roomId: RoomId, messages: readonly Message[]): void;
  /** The server says that the room is not there for me, although I thought so. */
  onRefused(): void;
  /** The server does not answer on this connection. */
  onStuck(): void;
}

interface Hold {
  done: Promise<void>;
}

export interface RoomSyncOptions {
  store: Store;
  clock: () => number;
  hooks: RoomSyncHooks;
}

/**
 * Keeps rooms in step with the server. While one is being fetched its events wait, so that each is applied to the state
 * that it was made for; what is missing afterwards is fetched again.
 */
export class RoomSync {
  readonly #options: RoomSyncOptions;
  readonly #queue = new EventQueue();
  readonly #held = new Map<RoomId, Hold>();
  readonly #again = new Set<RoomId>();
  readonly #fresh = new Set<RoomId>();
  #round: Round;
  /** While the snapshot is on its way, every room waits for it. */
  #isPaused = false;

  constructor(options: RoomSyncOptions, round: Round) {
    this.#options = options;
    this.#round = round;
  }

  begin(round: Round): void {
    this.#round = round;
    this.#isPaused = false;
    this.#held.clear();
    this.#again.clear();
    this.#fresh.clear();
    this.#queue.clear();
  }

  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    this.#isPaused = false;
    for (const roomId of this.#held.keys()) this.touched(roomId);
    for (const roomId of this.#queue.rooms()) if (!this.#held.has(roomId)) this.drain(roomId);
  }

  /** Whether the room was brought up to date, pointers included, on this connection. */
  isFresh(roomId: RoomId): boolean {
    return this.#fresh.has(roomId);
  }

  receive(roomId: RoomId, pairs: readonly EventPair[]): void {
    if (!this.#mustWait(roomId)) this.#apply(roomId, pairs);
    else if (!this.#queue.add(roomId, pairs) && this.#held.has(roomId)) this.#again.add(roomId);
  }

  /** What a request answered, as the event that it also causes: whichever comes first is applied. */
  acknowledged(roomId: RoomId, pair: EventPair, rev: number): void {
    const known = this.#revOf(roomId);
    if (known === undefined || rev <= known) return;
    if (rev === known + 1 && !this.#mustWait(roomId)) this.#apply(roomId, [pair]);
    else this.#expect(roomId, rev);
  }

  #expect(roomId: RoomId, rev: number): void {
    this.#round.later(EXPECTED_WITHIN_MS, () => {
      if ((this.#revOf(roomId) ?? rev) < rev) void this.pull(roomId);
    });
  }

  /** Fetches what changed since my rev. Never rejects: what fails is tried again, or the connection is. */
  async pull(roomId: RoomId): Promise<void> {
    const held = this.#held.get(roomId);
    if (held) this.#again.add(roomId);
    await (held?.done ?? this.#hold(roomId, () => this.#fetchChanges(roomId))).catch(() => {});
  }

  /** Loads a room as if for the first time. Rejects when the server refuses. */
  async open(roomId: RoomId, at: "latest" | "unread"): Promise<void> {
    const round = this.#round;
    // One fetch of a room at a time: of two, the older answer could come last.
    for (let held = this.#held.get(roomId); held; held = this.#held.get(roomId)) await held.done.catch(() => {});
    round.mustGoOn();
    await this.#hold(roomId, async () => {
      this.#reset(roomId, await round.ask("room:open", { roomId, at }));
    });
  }

  /** Something of mine in the room has changed: an answer that is on its way may have been read before that. */
  touched(roomId: RoomId): void {
    if (this.#held.has(roomId)) this.#again.add(roomId);
  }

  /** Applies what has waited for the room. */
  drain(roomId: RoomId): void {
    if (!this.#mustWait(roomId)) this.#apply(roomId, this.#queue.take(roomId));
  }

  #mustWait(roomId: RoomId): boolean {
    // Unknown rooms wait too: the event that I am in one may come after the first events of it.
    return this.#isPaused || this.#held.has(roomId) || !this.#options.store.base.rooms.has(roomId);
  }

  #revOf(roomId: RoomId): number | undefined {
    return this.#options.store.base.rooms.get(roomId)?.state.rev;
  }

  #apply(roomId: RoomId, pairs: readonly EventPair[], hasMoved = true): void {
    if (pairs.length === 0) return;
    const { store, clock, hooks } = this.#options;
    const result = applyToRoom(store.base, { roomId, events: pairs }, clock());
    store.setBase(result.state);
    for (const pair of result.events) hooks.onEvent(roomId, pair);
    // A fetch that brought nothing on cannot fill the gap before what waited; the heartbeat will.
    if (!hasMoved && result.events.length === 0) return;
    if (result.rest.length > 0 || result.unsure.length > 0) void this.pull(roomId);
    if (result.rest.length > 0) this.#queue.add(roomId, result.rest);
  }

  #hold(roomId: RoomId, work: () => Promise<void>): Promise<void> {
    const hold: Hold = { done: Promise.resolve() };
    this.#held.set(roomId, hold);
    hold.done = this.#holdWhile(roomId, hold, work);
    return hold.done;
  }

  async #holdWhile(roomId: RoomId, hold: Hold, work: () => Promise<void>): Promise<void> {
    const round = this.#round;
    const revBefore = this.#revOf(roomId);
    try {
      await work();
    } finally {
      // Who asked for a fetch meanwhile relies on it, even if this one was refused.
      while (!round.isOver && this.#again.delete(roomId)) await this.#fetchChanges(roomId);
      // In the same turn as the last look at `again`: nothing that asks for another fetch may fall in between.
      if (this.#held.get(roomId) === hold) this.#held.delete(roomId);
      if (!round.isOver && !this.#mustWait(roomId)) {
        const hasMoved = this.#revOf(roomId) !== revBefore;
        this.#apply(roomId, this.#queue.take(roomId), hasMoved);
      }
    }
  }

  async #fetchChanges(roomId: RoomId): Promise<void> {
    const round = this.#round;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      try {
        return await this.#changes(roomId, round);
      } catch (thrown) {
        const error = asParleyError(thrown);
        if (round.isOver) return;
        if (!isRetryable(error.code)) return this.#options.hooks.onRefused();
        await round.pause(error.retryAfterMs ?? RETRY_MS);
      }
    }
    this.#options.hooks.onStuck();
  }

  async #changes(roomId: RoomId, round: Round): Promise<void> {
    const pages: ChangesPage[] = [];
    let sinceRev = this.#revOf(roomId);
    while (sinceRev !== undefined) {
      const answer = await round.ask("sync:room", { roomId, sinceRev });
      if (answer.kind === "reset") return this.#reset(roomId, answer.view);
      pages.push(answer);
      if (!answer.hasMore) break;
      sinceRev = answer.state.rev;
    }
    const { store, clock, hooks } = this.#options;
    const entry = store.base.rooms.get(roomId);
    if (!entry || entry.state.rev > (pages.at(-1)?.state.rev ?? 0)) return;
    const base = withPeople(
      store.base,
      pages.flatMap((page) => page.people),
    );
    const next = mergeChanges(entry, pages, contextOf(base, clock()));
    // A message changed again between the server's two reads is in neither: then the window has a hole.
    if (entry.window?.isEnd && !next.window?.isEnd) {
      return this.#reset(roomId, await round.ask("room:open", { roomId }));
    }
    store.setBase({ ...base, rooms: new Map(base.rooms).set(roomId, next) });
    this.#fresh.add(roomId);
    hooks.onMessages(
      roomId,
      pages.flatMap((page) => page.messages),
    );
  }

  #reset(roomId: RoomId, view: RoomView): void {
    const { store, clock, hooks } = this.#options;
    const known = store.base.rooms.get(roomId);
    if (known && known.state.rev > view.state.rev) return;
    const base = withPeople(store.base, [...view.people, ...view.page.people]);
    const entry = withShownReceipts(mergeView(known, view), contextOf(base, clock()));
    store.setBase({ ...base, rooms: new Map(base.rooms).set(roomId, entry) });
    this.#fresh.add(roomId);
    hooks.onMessages(roomId, view.page.messages);
  }
}
