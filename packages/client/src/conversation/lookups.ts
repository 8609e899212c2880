import type { Message, RoomId, UserId } from "@parley/contract";
import { withoutCleared } from "../cleared.ts";
import type { Link } from "../connection.ts";
import { withPeople } from "../reducers/users.ts";
import { pinsAtHand, type RoomEntry } from "../state.ts";
import type { Store } from "../store.ts";
import { messageAt } from "../windows.ts";
import type { Changes } from "./changes.ts";

const GATHER_MS = 100;
const PEOPLE_AT_ONCE = 100;
const QUOTES_AT_ONCE = 50;

export interface LookupsOptions {
  store: Store;
  link: Link;
  changes: Changes;
  /** The rooms on screen. */
  opened: () => readonly RoomId[];
}

/** Fetches what rooms on screen name but do not hold: people, and messages that are answered. In one go per 100 ms. */
export class Lookups {
  readonly #store: Store;
  readonly #link: Link;
  readonly #changes: Changes;
  readonly #opened: () => readonly RoomId[];
  readonly #unsubscribe: () => void;
  /** What was asked for on this connection: what the server does not tell is not asked again. */
  readonly #asked = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ store, link, changes, opened }: LookupsOptions) {
    this.#store = store;
    this.#link = link;
    this.#changes = changes;
    this.#opened = opened;
    this.#unsubscribe = store.subscribe(() => {
      this.#timer ??= setTimeout(() => this.#look(), GATHER_MS);
    });
  }

  disconnected(): void {
    this.#asked.clear();
  }

  stop(): void {
    this.#unsubscribe();
    clearTimeout(this.#timer);
  }

  #look(): void {
    this.#timer = undefined;
    if (!this.#link.isConnected) return;
    const { people } = this.#store.base;
    const missing = [...this.#peopleNamed()].filter((id) => !people.has(id) && !this.#asked.has(id));
    const userIds = missing.slice(0, PEOPLE_AT_ONCE);
    if (userIds.length > 0) this.#run(userIds, () => this.#fetchPeople(userIds));
    for (const roomId of this.#opened()) {
      const entry = this.#store.base.rooms.get(roomId);
      const seqs = entry ? missingQuotes(entry).filter((seq) => !this.#asked.has(`${roomId} ${seq}`)) : [];
      const some = seqs.slice(0, QUOTES_AT_ONCE);
      const marks = some.map((seq) => `${roomId} ${seq}`);
      if (some.length > 0) this.#run(marks, () => this.#fetchQuotes(roomId, some));
    }
  }

  #run(marks: readonly string[], fetch: () => Promise<void>): void {
    for (const mark of marks) this.#asked.add(mark);
    fetch().catch(() => {
      for (const mark of marks) this.#asked.delete(mark);
    });
  }

  #peopleNamed(): ReadonlySet<UserId> {
    const named = new Set<UserId>();
    const { rooms } = this.#store.base;
    for (const { state } of rooms.values()) {
      if (state.lastMessage) named.add(state.lastMessage.senderId);
      for (const userId of state.directIds) named.add(userId);
    }
    for (const roomId of this.#opened()) {
      const entry = rooms.get(roomId);
      for (const message of entry?.window?.messages ?? []) {
        named.add(message.senderId);
        if (message.forwardedFrom) named.add(message.forwardedFrom);
        for (const userId of message.mentions ?? []) named.add(userId);
        for (const userId of message.thread?.userIds ?? []) named.add(userId);
        for (const { userIds } of message.reactions ?? []) for (const userId of userIds) named.add(userId);
      }
      for (const userId of [...(entry?.typing.keys() ?? []), ...(entry?.online.keys() ?? [])]) named.add(userId);
    }
    return named;
  }

  async #fetchPeople(userIds: UserId[]): Promise<void> {
    const { people } = await this.#link.request("user:list", { userIds });
    this.#store.setBase(withPeople(this.#store.base, people));
  }

  async #fetchQuotes(roomId: RoomId, seqs: number[]): Promise<void> {
    const { answer, changes } = await this.#changes.during(roomId, () =>
      this.#link.request("message:list", { roomId, seqs }),
    );
    const base = withPeople(this.#store.base, answer.people);
    const entry = base.rooms.get(roomId);
    if (!entry) return;
    const quotes = new Map(entry.quotes);
    for (const message of answer.messages) {
      quotes.set(message.seq, newer(quotes.get(message.seq), message));
      // A room that was put away and comes back needs it anew.
      this.#asked.delete(`${roomId} ${message.seq}`);
    }
    for (const change of changes) {
      // A quote shows no reactions and no thread, and is not played.
      if ("change" in change || change.kind === "own" || !quotes.has(change.message.seq)) continue;
      const { message } = change;
      quotes.set(message.seq, newer(quotes.get(message.seq), message));
    }
    this.#store.setBase({ ...base, rooms: new Map(base.rooms).set(roomId, withoutCleared({ ...entry, quotes })) });
  }
}

/** Messages that stand elsewhere, but are shown: those answered, and the last ones pinned. */
function missingQuotes(entry: RoomEntry): number[] {
  const seqs = new Set<number>();
  for (const seq of entry.state.pins.slice(-pinsAtHand)) {
    if (!messageAt(entry.window, seq) && !entry.quotes.has(seq)) seqs.add(seq);
  }
  for (const { replyTo } of entry.window?.messages ?? []) {
    if (replyTo !== undefined && !messageAt(entry.window, replyTo) && !entry.quotes.has(replyTo)) seqs.add(replyTo);
  }
  return [...seqs];
}

function newer(known: Message | undefined, message: Message): Message {
  return known && known.rev > message.rev ? known : message;
}
