import type { Batch, EventPair, RoomId, RoomState } from "@parley/contract";
import { limits } from "@parley/contract";
import type { Link } from "../connection.ts";
import { asParleyError } from "../errors.ts";
import type { Store } from "../store.ts";
import { applyToPerson, eventsOf } from "./apply.ts";
import { mergeRoomState, mergeSnapshot, withheldBefore } from "./merge.ts";
import { RoomSync, type RoomSyncHooks } from "./room-sync.ts";
import { Round } from "./round.ts";

export interface SyncHooks extends Pick<RoomSyncHooks, "onEvent" | "onMessages" | "onStuck"> {
  /** The first snapshot of this connection is in: it is known who I am. */
  onSnapshot(): void;
  /** The server says that nobody is signed in. */
  onSignedOut(): void;
  /** Brings a room on screen up to date. */
  refresh(roomId: RoomId): Promise<void>;
  /** Everything missed is there. */
  onLive(): void;
}

export interface SyncOptions {
  store: Store;
  link: Link;
  clock: () => number;
  /** The rooms on screen, the last opened first. */
  opened: () => readonly RoomId[];
  hooks: SyncHooks;
}

/** Keeps the state equal to the server's: a snapshot on every connection, then numbered events; gaps are pulled. */
export class Sync {
  readonly #options: SyncOptions;
  readonly rooms: RoomSync;
  #round: Round;
  #snapshot: Promise<readonly RoomId[]> | null = null;
  #waiting: readonly EventPair[] = [];

  constructor(options: SyncOptions) {
    this.#options = options;
    this.#round = new Round(options.link);
    this.#round.end();
    const { store, clock, hooks } = options;
    const onRefused = () => void this.#resnapshot();
    const onEvent: RoomSyncHooks["onEvent"] = (roomId, pair) => hooks.onEvent(roomId, pair);
    this.rooms = new RoomSync({ store, clock, hooks: { ...hooks, onEvent, onRefused } }, this.#round);
  }

  connected(): void {
    this.disconnected();
    this.#round = new Round(this.#options.link);
    this.rooms.begin(this.#round);
    void this.#catchUp(this.#round);
  }

  disconnected(): void {
    this.#round.end();
    this.rooms.begin(this.#round);
    this.#snapshot = null;
    this.#waiting = [];
  }

  receive(batch: Batch): void {
    const pairs = eventsOf(batch);
    if (batch.roomId !== undefined) this.rooms.receive(batch.roomId, pairs);
    else if (this.#snapshot) this.#waiting = [...this.#waiting, ...pairs];
    else this.#apply(pairs);
  }

  /** A room that a request answered with. */
  adopt(room: RoomState): void {
    const { store } = this.#options;
    const { id } = room.room;
    store.setBase(mergeRoomState(store.base, room));
    if ((store.base.rooms.get(id)?.state.rev ?? room.rev) < room.rev) void this.rooms.pull(id);
    else this.rooms.drain(id);
  }

  /** The heartbeat: finds what was lost without a trace. */
  async check(): Promise<void> {
    const { store } = this.#options;
    const round = this.#round;
    const known = [...store.base.rooms.values()].map(({ state }) => ({ roomId: state.room.id, rev: state.rev }));
    try {
      for (let at = 0; at === 0 || at < known.length; at += limits.checkedRooms) {
        const answer = await round.ask("sync:check", { rooms: known.slice(at, at + limits.checkedRooms) });
        if (answer.rev > store.base.rev) void this.#resnapshot();
        for (const roomId of answer.stale) void this.rooms.pull(roomId);
      }
    } catch (error) {
      this.#failed(round, error);
    }
  }

  async #catchUp(round: Round): Promise<void> {
    const { hooks, opened } = this.#options;
    try {
      const stale = new Set(await this.#takeSnapshot(round));
      hooks.onSnapshot();
      for (const roomId of opened()) {
        stale.delete(roomId);
        await hooks.refresh(roomId);
      }
      await Promise.all([...stale].map((roomId) => this.rooms.pull(roomId)));
      if (!round.isOver) hooks.onLive();
    } catch (error) {
      this.#failed(round, error);
    }
  }

  #failed(round: Round, error: unknown): void {
    const { hooks } = this.#options;
    if (round.isOver) return;
    if (asParleyError(error).code === "unauthenticated") hooks.onSignedOut();
    else hooks.onStuck();
  }

  async #resnapshot(): Promise<void> {
    const round = this.#round;
    try {
      await this.#takeSnapshot(round);
      // Rooms that have not moved on, too: what was played in them is mine alone, and was missed with the rest of mine.
      await Promise.all(this.#loaded().map((roomId) => this.rooms.pull(roomId)));
    } catch (error) {
      this.#failed(round, error);
    }
  }

  #loaded(): RoomId[] {
    const { rooms } = this.#options.store.base;
    return [...rooms].filter(([, { window }]) => window !== null).map(([roomId]) => roomId);
  }

  /** Answers the rooms that have moved on. Events wait meanwhile, the rooms' too: it tells what they build on. */
  #takeSnapshot(round: Round): Promise<readonly RoomId[]> {
    this.#snapshot ??= this.#fetchSnapshot(round);
    return this.#snapshot;
  }

  async #fetchSnapshot(round: Round): Promise<readonly RoomId[]> {
    const { store } = this.#options;
    this.rooms.pause();
    const snapshot = await round.ask("sync:open", {});
    this.#snapshot = null;
    const hasMoved = snapshot.rev !== store.base.rev;
    const { state, stale } = mergeSnapshot(store.base, snapshot);
    for (const roomId of withheldBefore(store.base, state)) if (!stale.includes(roomId)) stale.push(roomId);
    const waiting = this.#waiting;
    this.#waiting = [];
    store.setBase(state);
    this.rooms.resume();
    this.#apply(waiting, hasMoved);
    return stale;
  }

  /** A room on screen whose window stood in what was cleared has none now. */
  #afterClearing(roomId: RoomId): void {
    const { store, opened, hooks } = this.#options;
    this.rooms.touched(roomId);
    if (opened().includes(roomId) && store.base.rooms.get(roomId)?.window === null) void hooks.refresh(roomId);
  }

  #apply(pairs: readonly EventPair[], hasMoved = true): void {
    const { store, clock, hooks } = this.#options;
    const before = store.base;
    const result = applyToPerson(before, pairs, clock());
    store.setBase(result.state);
    for (const pair of result.events) {
      hooks.onEvent(undefined, pair);
      if (pair[0] === "room:entered") this.rooms.drain(pair[1].state.room.id);
      if (/^(receipt|draft|voice|poll):/.test(pair[0]) && "roomId" in pair[1]) this.rooms.touched(pair[1].roomId);
      // Its counts as of where we are, and how far the others have read, which was withheld.
      if (pair[0] === "room:accepted") void this.rooms.pull(pair[1].state.room.id);
    }
    for (const roomId of result.unsure) void this.rooms.pull(roomId);
    for (const [name, payload] of result.events)
      if (name === "room:cleared") this.#afterClearing(payload.state.room.id);
    for (const roomId of withheldBefore(before, result.state)) void this.rooms.pull(roomId);
    // Receipts come with rooms: those that were withheld, too.
    if (result.isAnew) void this.#resnapshot();
    // A snapshot that brought nothing on cannot fill the gap; the heartbeat will.
    if (result.rest.length === 0 || (!hasMoved && result.events.length === 0)) return;
    void this.#resnapshot();
    this.#waiting = [...this.#waiting, ...result.rest];
  }
}
