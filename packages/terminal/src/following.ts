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

/** A message, or a later change of one that was already told. */
export interface Told {
  readonly type: "message" | "edit" | "delete";
  readonly message: Message;
  readonly sender: User | undefined;
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
  readonly #changes: Told[] = [];
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
    if (payload.seq > this.#told) return;
    this.#changes.push({
      type: name === "message:edited" ? "edit" : "delete",
      message: payload,
      sender: this.#person(payload.senderId),
    });
    this.#notice();
  }

  async #tellNew(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && this.#told < this.#lastSeq()) {
      const messages = this.#fromWindow() ?? (await this.#fromHistory());
      if (messages.length === 0) return;
      for (const message of messages) {
        if (signal.aborted) return;
        await this.#options.tell({ type: "message", message, sender: await this.#sender(message) });
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

  async #tellChanges(): Promise<void> {
    for (const change of this.#changes.splice(0)) {
      await this.#options.tell({ ...change, sender: change.sender ?? (await this.#sender(change.message)) });
    }
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
    const window = this.#options.client.getState().rooms.get(this.#options.roomId)?.window;
    const fresh = window?.messages.filter((message) => message.seq > this.#told);
    return fresh?.[0]?.seq === this.#told + 1 ? fresh : undefined;
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

  async #sender({ senderId }: Message): Promise<User | undefined> {
    const known = this.#person(senderId);
    if (known) return known;
    const answer = await this.#options.client.call("user:list", { userIds: [senderId] }).catch(() => ({ people: [] }));
    for (const person of answer.people) this.#people.set(person.id, person);
    return this.#people.get(senderId);
  }
}
