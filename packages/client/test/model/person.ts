import { type Batch, type EventPair, eventScopes, type Message, type RoomId, type UserId } from "@parley/contract";
import type { Link } from "../../src/connection.ts";
import { Store } from "../../src/store.ts";
import { Sync } from "../../src/sync/sync.ts";
import { answer } from "./answers.ts";
import type { ModelServer, Receiver } from "./model-server.ts";

/** How things travel between the model and a person: `later` decides when, and may do other things first. */
export interface Wire {
  later(what: string): Promise<void>;
  /** How often a batch arrives: 0 is lost, 2 doubled. */
  copies(): number;
}

export const directWire: Wire = { later: () => Promise.resolve(), copies: () => 1 };

/** The part of a client that keeps in sync, on a wire of the test's making. */
export class Person {
  readonly store = new Store(0);
  readonly heard: { roomId: RoomId | undefined; event: EventPair }[] = [];
  readonly sync: Sync;
  #opened: readonly RoomId[] = [];
  #connection = 0;
  #receiver: Receiver | null = null;
  readonly #server: ModelServer;
  readonly #userId: UserId;
  readonly #wire: Wire;
  isLive = false;
  #travelling: readonly Promise<void>[] = [];

  constructor(server: ModelServer, userId: UserId, wire: Wire) {
    this.#server = server;
    this.#userId = userId;
    this.#wire = wire;
    this.sync = new Sync({
      store: this.store,
      link: this.#link(),
      clock: () => 0,
      opened: () => this.#opened,
      hooks: {
        onEvent: (roomId, event) => void this.heard.push({ roomId, event }),
        onMessages: (_roomId: RoomId, _messages: readonly Message[]) => {},
        onStuck: () => this.reconnect(),
        onSnapshot: () => {},
        onSignedOut: () => {},
        refresh: async (roomId) => {
          const entry = this.store.base.rooms.get(roomId);
          if (entry) await (entry.window ? this.sync.rooms.pull(roomId) : this.open(roomId));
        },
        onLive: () => {
          this.isLive = true;
        },
      },
    });
  }

  open(roomId: RoomId): Promise<void> {
    this.#opened = [roomId, ...this.#opened.filter((other) => other !== roomId)];
    return this.sync.rooms.open(roomId, "latest").catch(() => {});
  }

  reconnect(): void {
    this.disconnect();
    this.#connection += 1;
    const connection = this.#connection;
    const receive = (batch: Batch) => void this.#arrive(batch, connection);
    this.#receiver = { userId: this.#userId, receive };
    this.#server.receivers.add(this.#receiver);
    this.sync.connected();
  }

  disconnect(): void {
    this.isLive = false;
    this.#connection += 1;
    if (this.#receiver) this.#server.receivers.delete(this.#receiver);
    this.sync.disconnected();
  }

  async #arrive(batch: Batch, connection: number): Promise<void> {
    // Pointers have no number: one lost on a living connection is only made good by the next resync; and the server
    // gathers them for a moment, so that they are late, never early.
    const isNumbered = batch.events.every(([name]) => ["room", "person"].includes(eventScopes[name]));
    const copies = isNumbered ? this.#wire.copies() : 1;
    const earlier = isNumbered ? [] : this.#travelling;
    const arrival = (async () => {
      await Promise.all(earlier);
      for (let copy = 0; copy < copies; copy += 1) {
        await this.#wire.later("batch");
        if (connection === this.#connection) this.sync.receive(batch);
      }
    })();
    this.#travelling = [...this.#travelling, arrival];
    await arrival;
    this.#travelling = this.#travelling.filter((other) => other !== arrival);
  }

  #link(): Link {
    return {
      isConnected: true,
      request: async (name, input) => {
        await this.#wire.later(`asks ${name}`);
        const output = answer(this.#server, this.#userId, [name, input]);
        await this.#wire.later(`hears ${name}`);
        return output;
      },
      signal: () => {},
    };
  }
}
