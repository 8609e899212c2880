import type { ParleyClient } from "@parley/client";
import {
  type EventPair,
  isRetryable,
  type Message,
  ParleyError,
  type RoomId,
  type User,
  type UserId,
} from "@parley/contract";
import { exitCodes, Failure } from "./failure.ts";

const PAGE = 200;
/** As many messages are remembered, to tell a change of them once. */
const REMEMBERED = 1_000;

const nothing: readonly Message[] = [];

/** A message, or a later change of one that was already told. */
export interface Told {
  readonly type: "message" | "edit" | "delete" | "reactions" | "votes" | "preview";
  readonly message: Message;
  readonly sender: User | undefined;
  /** Who said it first, if it was forwarded. */
  readonly author: User | undefined;
}

export interface FollowingOptions {
  readonly client: ParleyClient;
  readonly roomId: RoomId;
  /** The last seq that is not to be told. */
  readonly since: number;
  readonly tell: (told: Told) => Promise<void> | void;
}

/**
 * Tells every message of a room exactly once and in the room's order, whatever happens to the connection: it goes by
 * the messages' numbers and fetches what it has not seen, rather than trusting that every event arrives.
 */
export class Following {
  readonly #options: FollowingOptions;
  readonly #people = new Map<UserId, User>();
  readonly #changes: Message[] = [];
  /** Messages as they were told, or as they were at the beginning; by seq, oldest told first. */
  readonly #known = new Map<number, Message>();
  #seen: readonly Message[] | undefined;
  #told: number;
  #wake: (() => void) | null = null;
  #hasNews = false;
  #waiters: { readonly seq: number; readonly done: () => void }[] = [];

  constructor(options: FollowingOptions) {
    this.#options = options;
    this.#told = options.since;
  }

  /** The seq up to which everything was told. */
  get told(): number {
    return this.#told;
  }

  /** Resolves when everything up to `seq` was told. */
  async reached(seq: number): Promise<void> {
    if (this.#told >= seq) return;
    await new Promise<void>((done) => this.#waiters.push({ seq, done }));
  }

  /** Goes on until `signal` aborts. Fails when one is no longer in the room, or signed out. */
  async run(signal: AbortSignal): Promise<void> {
    const { client } = this.#options;
    const wake = () => this.#notice();
    const stops = [client.subscribe(wake), client.on("event", (roomId, event) => this.#change(roomId, event))];
    signal.addEventListener("abort", wake);
    for (const message of this.#window()) if (message.seq <= this.#told) this.#remember(message);
    try {
      while (!signal.aborted) {
        this.#hasNews = false;
        await this.#tellNew(signal);
        await this.#tellChanges();
        if (!this.#hasNews && !signal.aborted) await new Promise<void>((resolve) => (this.#wake = resolve));
      }
    } finally {
      for (const stop of stops) stop();
      signal.removeEventListener("abort", wake);
    }
  }

  #notice(): void {
    this.#hasNews = true;
    this.#wake?.();
    this.#wake = null;
  }

  #change(roomId: RoomId | undefined, [name, payload]: EventPair): void {
    if (roomId !== this.#options.roomId) return;
    if (name !== "message:edited" && name !== "message:deleted") return;
    // What has not been told yet will be told in its newest form.
    if (payload.seq <= this.#told) this.#changes.push(payload);
    this.#notice();
  }

  async #tellNew(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && this.#told < this.#lastSeq()) {
      const messages = this.#fromWindow() ?? (await this.#fromHistory());
      if (messages.length === 0) return;
      for (const message of messages) {
        if (signal.aborted) return;
        await this.#options.tell({ type: "message", message, ...(await this.#peopleOf(message)) });
        this.#remember(message);
        this.#toldUpTo(message.seq);
      }
    }
  }

  #toldUpTo(seq: number): void {
    this.#told = seq;
    const [ready, waiting] = [
      this.#waiters.filter((one) => one.seq <= seq),
      this.#waiters.filter((one) => one.seq > seq),
    ];
    this.#waiters = waiting;
    for (const { done } of ready) done();
  }

  /** Changes that came as events, and those that were only found to have happened after a gap. */
  async #tellChanges(): Promise<void> {
    for (const message of this.#changes.splice(0)) {
      const known = this.#known.get(message.seq);
      if ((known?.rev ?? 0) >= message.rev) continue;
      const type = message.deletedAt === undefined ? "edit" : "delete";
      await this.#options.tell({ type, message, ...(await this.#peopleOf(message)) });
      // Of reactions and votes such an event says nothing.
      const { reactions, votes } = known ?? {};
      this.#remember({ ...message, ...(reactions && { reactions }), ...(votes && { votes }) });
    }
    for (const message of this.#changedInWindow()) {
      const known = this.#known.get(message.seq);
      const people = await this.#peopleOf(message);
      for (const type of known ? differences(known, message) : [])
        await this.#options.tell({ type, message, ...people });
      this.#remember(message);
    }
  }

  #changedInWindow(): readonly Message[] {
    const messages = this.#window();
    if (messages === this.#seen) return [];
    this.#seen = messages;
    const changed = messages.filter((message) => {
      const known = this.#known.get(message.seq);
      return known !== undefined && known !== message && message.rev >= known.rev;
    });
    return changed.toSorted((one, other) => one.rev - other.rev);
  }

  #window(): readonly Message[] {
    const { client, roomId } = this.#options;
    return client.getState().rooms.get(roomId)?.window?.messages ?? nothing;
  }

  #remember(message: Message): void {
    this.#known.delete(message.seq);
    this.#known.set(message.seq, message);
    const [oldest] = this.#known.keys();
    if (this.#known.size > REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
  }

  #lastSeq(): number {
    const { client, roomId } = this.#options;
    const { rooms, connection } = client.getState();
    if (connection.status === "signed-out") throw new ParleyError("unauthenticated", "The session has ended.");
    const entry = rooms.get(roomId);
    if (entry) return entry.state.lastSeq;
    if (connection.status !== "live") return this.#told;
    throw new Failure(exitCodes.refused, "You are no longer in this room.");
  }

  #fromWindow(): readonly Message[] | undefined {
    const fresh = this.#window().filter((message) => message.seq > this.#told);
    return fresh[0]?.seq === this.#told + 1 ? fresh : undefined;
  }

  /** A page after what was told; nothing while the server is away: the connection's return wakes us again. */
  async #fromHistory(): Promise<readonly Message[]> {
    const { client, roomId } = this.#options;
    try {
      const from = { edge: "after", seq: this.#told } as const;
      const page = await client.call("message:history", { roomId, from, limit: PAGE });
      for (const person of page.people) this.#people.set(person.id, person);
      return page.messages;
    } catch (error) {
      if (error instanceof ParleyError && isRetryable(error.code)) return [];
      throw error;
    }
  }

  #person(userId: UserId): User | undefined {
    return this.#options.client.getState().people.get(userId) ?? this.#people.get(userId);
  }

  async #peopleOf({ senderId, forwardedFrom }: Message): Promise<Pick<Told, "sender" | "author">> {
    const named = forwardedFrom ? [senderId, forwardedFrom] : [senderId];
    const userIds = named.filter((id) => this.#person(id) === undefined);
    const asked = userIds.length === 0 ? null : this.#options.client.call("user:list", { userIds });
    for (const person of (await asked?.catch(() => null))?.people ?? []) this.#people.set(person.id, person);
    return { sender: this.#person(senderId), author: forwardedFrom ? this.#person(forwardedFrom) : undefined };
  }
}

/** What has become of a message since it was told. */
function differences(known: Message, message: Message): Told["type"][] {
  if (message.deletedAt !== undefined) return known.deletedAt === undefined ? ["delete"] : [];
  const found: Told["type"][] = [];
  if (message.editedAt !== known.editedAt || message.body !== known.body) found.push("edit");
  if (JSON.stringify(message.reactions) !== JSON.stringify(known.reactions)) found.push("reactions");
  if (JSON.stringify([message.votes, message.poll]) !== JSON.stringify([known.votes, known.poll])) found.push("votes");
  if (JSON.stringify(message.preview) !== JSON.stringify(known.preview)) found.push("preview");
  return found;
}
