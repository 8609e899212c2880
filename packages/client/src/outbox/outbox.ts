import { type Message, type MessageId, ParleyError, type ReactionChange, type UserId } from "@parley/contract";
import type { Link } from "../connection.ts";
import { errorOf, takenBack } from "../errors.ts";
import type { OutboxItem, OutboxRequest } from "../state.ts";
import type { OutboxStorage } from "../storage.ts";
import type { Store } from "../store.ts";
import type { Baggage } from "./baggage.ts";
import { Flusher } from "./flusher.ts";
import { GoneKeys } from "./gone-keys.ts";
import { keyAfter } from "./keys.ts";
import { isMark, subjectOf } from "./lanes.ts";
import { asFound, reconciled } from "./reconcile.ts";
import { StoredMessages } from "./stored-messages.ts";

export interface OutboxOptions {
  store: Store;
  storage: OutboxStorage;
  link: Link;
  clock: () => number;
  random: () => number;
  /** The server has done it; `output` is its answer. `userRev` was my rev when it was asked. */
  onDone(item: OutboxItem, output: unknown, userRev: number): void;
  /** For good; a message waits for whoever wrote it, and all else is gone. */
  onRefused(request: OutboxRequest, error: ParleyError): void;
}

/** What I asked of the server and it has not yet confirmed; written down first, so that a crash loses nothing. */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #stored = new StoredMessages();
  readonly #flusher: Flusher;
  /** Items that are on disk. */
  readonly #durable = new Set<string>();
  /** Items that I have taken off the disk: a listing made meanwhile must not bring them back. */
  readonly #gone = new GoneKeys();
  /** Done, but the event is still to come: shown until the room has reached this rev. */
  readonly #settling = new Map<string, number>();
  readonly #unsubscribe: readonly (() => void)[];
  #reconciling: Promise<void> = Promise.resolve();

  constructor(options: OutboxOptions) {
    this.#options = options;
    const { store, storage, link, clock, random } = options;
    this.#flusher = new Flusher({
      link,
      clock,
      random,
      items: () => store.outbox.filter((item) => !this.#settling.has(item.key)),
      isDurable: (item) => this.#durable.has(item.key),
      userRev: () => store.base.rev,
      hooks: {
        onChange: (item) => this.#replace(item),
        onSuperseded: (item) => this.#takeBack(item),
        onDone: (item, output, userRev) => this.#done(item, output, userRev),
        onRefused: (item, error) => void this.refuse(item, error).then(() => options.onRefused(item.request, error)),
      },
    });
    this.#unsubscribe = [storage.onChange(() => void this.reconcile()), store.subscribe(() => this.#settle())];
  }

  /** What was found on disk. */
  restore(items: readonly OutboxItem[]): void {
    for (const item of items) this.#durable.add(item.key);
    this.#options.store.setOutbox(items.map(asFound));
  }

  /** Sends while this client leads, until the signal. */
  async lead(signal: AbortSignal): Promise<void> {
    await this.reconcile();
    if (signal.aborted) return;
    this.#flusher.lead(true);
    await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
    this.#flusher.lead(false);
  }

  /** There is a connection, and this is who I am on it. What somebody else left here is not mine to send. */
  connected(me: UserId): void {
    for (const item of this.#options.store.outbox) if (item.by !== me) void this.#forget(item);
    this.#flusher.connect(true);
  }

  disconnected(): void {
    this.#flusher.connect(false);
  }

  stop(): void {
    this.#flusher.stop();
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    this.#stored.refuseAll("The client was stopped.");
  }

  /** In the state at once; resolves when it is on disk, after what goes with it. */
  async add(request: OutboxRequest, { keep, ...known }: Baggage = {}): Promise<OutboxItem> {
    const { store, storage, clock, random } = this.#options;
    const by = store.base.me?.id;
    if (by === undefined) throw new ParleyError("unauthenticated", "Nobody is signed in.");
    const key = keyAfter(store.outbox.at(-1)?.key, clock(), random);
    const item: OutboxItem = { key, by, request, createdAt: clock(), status: "waiting", error: null, ...known };
    const kept = known.files ? { ...item, areFilesUp: false } : item;
    store.setOutbox([...store.outbox, item]);
    try {
      await keep?.();
      await storage.put(kept);
    } catch {
      this.#drop(item);
      throw new ParleyError("storage_full", "This device could not write it down.");
    }
    this.#durable.add(item.key);
    if (kept !== item) this.#replace(kept);
    this.#flusher.pump();
    return kept;
  }

  /** Puts a failed item in the queue again, perhaps with another request. Whether its files are there is asked anew. */
  async retry(key: string, request?: OutboxRequest): Promise<void> {
    const item = this.find(key);
    if (item?.status !== "failed") return;
    await this.change({ ...item, areFilesUp: false, request: request ?? item.request, status: "waiting", error: null });
  }

  /** Puts another state of an item in its place. */
  async change(item: OutboxItem): Promise<void> {
    this.#replace(item);
    await this.#options.storage.put(item);
    this.#flusher.pump();
  }

  /** Forgets an item, and what was to happen to its message. */
  async discard(key: string): Promise<void> {
    const item = this.find(key);
    if (!item) return;
    const id = item.request.name === "message:send" ? item.request.input.id : undefined;
    const rest = this.#options.store.outbox.filter((other) => id && subjectOf(other) === id);
    await Promise.all([item, ...rest].map((each) => this.#forget(each)));
    if (id !== undefined) this.#stored.refuse(id, new ParleyError("not_found", "The message was discarded."));
  }

  /** Never sent, and not needed any more; who waits for it to be stored is told so. */
  #takeBack(item: OutboxItem): void {
    void this.#forget(item);
    if (item.request.name === "message:send") this.#stored.refuse(item.request.input.id, takenBack());
  }

  itemOf(id: MessageId): OutboxItem | undefined {
    return this.#options.store.outbox.find((item) => item.request.name === "message:send" && subjectOf(item) === id);
  }

  async whenStored(id: MessageId): Promise<Message> {
    const known = this.#stored.get(id);
    if (known) return known;
    const item = this.itemOf(id);
    if (!item) throw new ParleyError("not_found", "No such message is on its way.");
    if (item.error) throw errorOf(item.error);
    return this.#stored.wait(id);
  }

  /** Messages that the server is known to have, however we learned of it. */
  observe(messages: readonly Message[]): void {
    const me = this.#options.store.base.me?.id;
    for (const message of messages) {
      if (message.senderId !== me) continue;
      const item = this.itemOf(message.id);
      if (!item) continue;
      this.#stored.add(message);
      void this.#forget(item);
    }
  }

  /** Takes over what another tab wrote down, and drops what it has dealt with. */
  reconcile(): Promise<void> {
    this.#reconciling = this.#reconciling.then(() => this.#reconcile()).catch(() => {});
    return this.#reconciling;
  }

  async #reconcile(): Promise<void> {
    const { store, storage } = this.#options;
    const before = new Set(this.#durable);
    const found = await storage.list();
    const next = reconciled(store.outbox, found, {
      isBusy: (item) => !before.has(item.key) || this.#settling.has(item.key) || this.#flusher.isInFlight(item),
      isGone: (key) => this.#gone.has(key),
    });
    for (const { key } of found) if (!this.#gone.has(key)) this.#durable.add(key);
    if (next !== store.outbox) store.setOutbox(next);
    for (const item of next) this.#stored.fail(item);
    this.#flusher.pump();
  }

  find(key: string): OutboxItem | undefined {
    return this.#options.store.outbox.find((item) => item.key === key);
  }

  #replace(item: OutboxItem): void {
    const { store } = this.#options;
    store.setOutbox(store.outbox.map((known) => (known.key === item.key ? item : known)));
  }

  #drop(item: OutboxItem): void {
    const { store } = this.#options;
    this.#settling.delete(item.key);
    store.setOutbox(store.outbox.filter((known) => known.key !== item.key));
  }

  async #forget(item: OutboxItem): Promise<void> {
    this.#drop(item);
    await this.#erase(item);
  }

  /** Losing this costs a repeat after a crash, which the server recognises. */
  async #erase(item: OutboxItem): Promise<void> {
    this.#gone.add(item.key);
    this.#durable.delete(item.key);
    await this.#options.storage.remove(item.key).catch(() => {});
  }

  #done(item: OutboxItem, output: unknown, userRev: number): void {
    const { store, onDone } = this.#options;
    if (!this.find(item.key)) return;
    void this.#erase(item);
    onDone(item, output, userRev);
    if (item.request.name === "message:send") this.#stored.add(output as Message);
    const hasEvent = item.request.name.startsWith("message:") || isMark(item.request);
    const roomRev = hasEvent ? store.base.rooms.get(item.request.input.roomId)?.state.rev : undefined;
    const { rev } = output as Message | ReactionChange;
    if (roomRev === undefined || roomRev >= rev) this.#drop(item);
    else this.#settling.set(item.key, rev);
  }

  /** The server will not have it: what somebody wrote waits for them. */
  async refuse(item: OutboxItem, error: ParleyError): Promise<void> {
    const isGone = error.code === "not_found" && item.request.name === "message:delete";
    if (!(item.files || item.request.name.startsWith("message:")) || isGone) return this.#forget(item);
    const failed: OutboxItem = { ...item, status: "failed", error: error.toWire() };
    this.#replace(failed);
    this.#stored.fail(failed);
    await this.#options.storage.put(failed).catch(() => {});
  }

  /** Lets go of what the room has caught up with. */
  #settle(): void {
    const { store } = this.#options;
    for (const [key, rev] of this.#settling) {
      const item = this.find(key);
      const roomRev = item && store.base.rooms.get(item.request.input.roomId)?.state.rev;
      if (item && (roomRev === undefined || roomRev >= rev)) this.#drop(item);
    }
  }
}
