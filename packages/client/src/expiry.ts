import { asOf, type Message } from "@parley/contract";
import type { ClientState, RoomEntry } from "./state.ts";
import type { Store } from "./store.ts";

/** Timers stand still while a computer sleeps: what became due meanwhile is seen this soon afterwards. */
const LOOK_AT_LEAST_EVERY_MS = 15_000;

/**
 * Lets messages disappear at their time while the server cannot say so. As long as it can, its word counts, whatever the
 * clock of this device shows.
 */
export class Expiry {
  readonly #store: Store;
  readonly #clock: () => number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: Store, clock: () => number) {
    this.#store = store;
    this.#clock = clock;
  }

  /** From now on, until `stop`. */
  watch(): void {
    this.stop();
    const now = this.#clock();
    const state = stateAsOf(this.#store.base, now);
    if (state !== this.#store.base) this.#store.setBase(state);
    const due = nextEnd(state);
    if (due === Number.POSITIVE_INFINITY) return;
    this.#timer = setTimeout(() => this.watch(), Math.min(due - now, LOOK_AT_LEAST_EVERY_MS));
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

/** The room as it is at `now`: what is past its time is a tombstone wherever the room shows it. */
export function entryAsOf(entry: RoomEntry, now: number): RoomEntry {
  if (endOf(entry) > now) return entry;
  const { state, window, quotes } = entry;
  return {
    ...entry,
    state: { ...state, lastMessage: state.lastMessage && asOf(state.lastMessage, now) },
    window: window && { ...window, messages: window.messages.map((message) => asOf(message, now)) },
    quotes: new Map([...quotes].map(([seq, message]) => [seq, asOf(message, now)])),
  };
}

function stateAsOf(state: ClientState, now: number): ClientState {
  if (nextEnd(state) > now) return state;
  const rooms = new Map([...state.rooms].map(([roomId, entry]) => [roomId, entryAsOf(entry, now)]));
  return { ...state, rooms };
}

/** Epoch ms when the next message disappears. */
function nextEnd({ rooms }: ClientState): number {
  let next = Number.POSITIVE_INFINITY;
  for (const entry of rooms.values()) next = Math.min(next, endOf(entry));
  return next;
}

function endOf({ state, window, quotes }: RoomEntry): number {
  let next = Number.POSITIVE_INFINITY;
  const consider = ({ deletedAt, expiresAt = next }: Message) => {
    if (deletedAt === undefined && expiresAt < next) next = expiresAt;
  };
  if (state.lastMessage) consider(state.lastMessage);
  window?.messages.forEach(consider);
  quotes.forEach(consider);
  return next;
}
