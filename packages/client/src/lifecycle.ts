import { ParleyError, type UserId } from "@parley/contract";
import { type CacheWriter, restoredState } from "./cache.ts";
import type { Connection } from "./connection.ts";
import type { Conversations } from "./conversation/conversations.ts";
import type { Lookups } from "./conversation/lookups.ts";
import type { Deliveries } from "./deliveries.ts";
import type { Drafts } from "./drafts.ts";
import type { Expiry } from "./expiry.ts";
import type { Heartbeat } from "./heartbeat.ts";
import type { Outbox } from "./outbox/outbox.ts";
import { type ConnectionState, type ConnectionStatus, emptyState } from "./state.ts";
import type { ClientStorage, StoredClient } from "./storage.ts";
import type { Store } from "./store.ts";
import type { Sync } from "./sync/sync.ts";
import type { Typing } from "./typing.ts";
import type { Uploads } from "./uploads/uploads.ts";
import { onWake } from "./wake.ts";

/** What has a beginning and an end. */
export interface LifecycleParts {
  readonly options: {
    readonly storage: ClientStorage;
    readonly clock: () => number;
    readonly account?: UserId | undefined;
  };
  readonly store: Store;
  readonly connection: Connection;
  readonly sync: Sync;
  readonly outbox: Outbox;
  readonly uploads: Uploads;
  readonly drafts: Drafts;
  readonly conversations: Conversations;
  readonly lookups: Lookups;
  readonly deliveries: Deliveries;
  readonly typing: Typing;
  readonly expiry: Expiry;
  readonly heartbeat: Heartbeat;
  readonly cache: CacheWriter;
}

interface Waiter {
  resolve(): void;
  reject(error: ParleyError): void;
}

/** From the cache to the connection and back: what begins and ends when. */
export class Lifecycle {
  readonly #parts: () => LifecycleParts;
  readonly #ending = new AbortController();
  #waiters: Waiter[] = [];
  #leading: Promise<void> = Promise.resolve();
  #offWake: readonly (() => void)[] = [];

  constructor(parts: () => LifecycleParts) {
    this.#parts = parts;
  }

  get status(): ConnectionStatus {
    return this.#parts().store.base.connection.status;
  }

  async start(): Promise<void> {
    const { store, options, outbox, uploads, conversations, connection, heartbeat, expiry } = this.#parts();
    const { storage, clock } = options;
    const stored = await this.#stored();
    store.setBase(restoredState(stored?.cache ?? null, clock()));
    expiry.watch();
    outbox.restore(stored?.outbox ?? []);
    conversations.restore([...store.base.rooms].flatMap(([roomId, entry]) => (entry.window ? [roomId] : [])));
    const lead = () => {
      uploads.lead();
      return outbox.lead(this.#ending.signal);
    };
    this.#leading = storage.lead(this.#ending.signal, lead).catch(() => {});
    const offWake = onWake(() => {
      connection.wake();
      void heartbeat.now();
    });
    // The tab that sends for all may be a hidden one, whose timers a browser holds back.
    const offReached = storage.others?.onReached(() => connection.wake());
    this.#offWake = offReached ? [offWake, offReached] : [offWake];
    heartbeat.start();
    connection.start();
  }

  /** What this device kept; somebody else's is forgotten before anything of it is shown. */
  async #stored(): Promise<StoredClient | null> {
    const { storage, account } = this.#parts().options;
    const stored = await storage.load();
    const keeper = stored?.cache?.me.id;
    if (account === undefined || keeper === undefined || keeper === account) return stored;
    await storage.wipe();
    return null;
  }

  async stop(): Promise<void> {
    if (this.#ending.signal.aborted) return;
    const { drafts, cache, options } = this.#parts();
    await drafts.flush();
    this.#end("The client was stopped.");
    await cache.write();
    await this.#leading;
    await options.storage.close();
  }

  /** Signed out by me: nothing stays on this device. */
  async forget(): Promise<void> {
    const { store, options } = this.#parts();
    this.#end("You have signed out.");
    await this.#leading;
    await options.storage.wipe();
    await options.storage.close();
    store.setOutbox([]);
    store.setDrafts(new Map());
    store.setBase(emptyState(options.clock()));
    this.setStatus("signed-out");
  }

  whenLive(): Promise<void> {
    if (this.status === "live") return Promise.resolve();
    if (this.status === "signed-out") return Promise.reject(signedOut());
    if (this.#ending.signal.aborted) return Promise.reject(new ParleyError("unavailable", "The client was stopped."));
    return new Promise((resolve, reject) => this.#waiters.push({ resolve, reject }));
  }

  /** Whether the server refuses this session, as soon as it is known. */
  isSignedOutWithin(ms: number): Promise<boolean> {
    const { store } = this.#parts();
    return new Promise((resolve) => {
      const settle = (answer: boolean) => {
        clearTimeout(timer);
        unsubscribe();
        resolve(answer);
      };
      const look = () => {
        if (this.status === "signed-out") settle(true);
      };
      const timer = setTimeout(() => settle(false), ms);
      const unsubscribe = store.subscribe(look);
      look();
    });
  }

  setStatus(status: ConnectionStatus, retryAt: number | null = null): void {
    const { store, options } = this.#parts();
    const before = store.base.connection;
    const next: ConnectionState = {
      status,
      since: status === before.status ? before.since : options.clock(),
      retryAt,
      hasConnected: before.hasConnected || status === "live",
    };
    store.setBase({ ...store.base, connection: next });
    if (status === "live") {
      options.storage.others?.tellReached();
      for (const waiter of this.#takeWaiters()) waiter.resolve();
    }
    if (status === "signed-out") for (const waiter of this.#takeWaiters()) waiter.reject(signedOut());
  }

  #end(reason: string): void {
    const { connection, sync, heartbeat, outbox, conversations, deliveries, typing, lookups, ...own } = this.#parts();
    this.#ending.abort();
    for (const off of this.#offWake) off();
    heartbeat.stop();
    connection.stop();
    sync.disconnected();
    outbox.stop();
    conversations.stop();
    deliveries.stop();
    typing.stop();
    lookups.stop();
    own.expiry.stop();
    own.uploads.stop();
    own.cache.stop();
    for (const waiter of this.#takeWaiters()) waiter.reject(new ParleyError("unavailable", reason));
  }

  #takeWaiters(): readonly Waiter[] {
    const waiters = this.#waiters;
    this.#waiters = [];
    return waiters;
  }
}

function signedOut(): ParleyError {
  return new ParleyError("unauthenticated", "The session has ended.");
}
