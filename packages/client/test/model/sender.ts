import {
  idMaker,
  type Message,
  type MessageId,
  type Output,
  ParleyError,
  type RequestName,
  type RoomId,
  type UserId,
} from "@parley/contract";
import type { Link } from "../../src/connection.ts";
import { type ClientStorage, memoryStorage, type OutboxItem } from "../../src/index.ts";
import { Messages } from "../../src/messages.ts";
import { Outbox } from "../../src/outbox/outbox.ts";
import { emptyEntry } from "../../src/state.ts";
import { Store } from "../../src/store.ts";
import { answer } from "./answers.ts";
import { type ModelRoom, ModelServer } from "./model-server.ts";

/** A request on its way, for the test to answer, refuse or lose. */
export interface Attempt {
  name: RequestName;
  input: unknown;
  /** The server does it, and its answer arrives. */
  succeed(): Promise<void>;
  /** The server does it, and its answer is lost. */
  loseAnswer(): Promise<void>;
  fail(error: ParleyError): Promise<void>;
}

export interface Mailbox {
  server: ModelServer;
  room: ModelRoom;
  me: UserId;
}

export function newMailbox(): Mailbox {
  const server = new ModelServer();
  const me = server.addUser("me").id;
  return { server, me, room: server.addRoom("public", [me, server.addUser("ann").id]) };
}

/** An outbox with a server behind it that answers only when the test says so. */
export class Sender {
  readonly store = new Store(0);
  readonly attempts: Attempt[] = [];
  readonly outbox: Outbox;
  readonly messages: Messages;
  readonly roomId: RoomId;
  readonly done: OutboxItem[] = [];
  readonly refused: [string, string][] = [];
  readonly #ending = new AbortController();
  #isConnected = true;

  constructor({ server, room, me }: Mailbox, storage: ClientStorage = memoryStorage(), clock: () => number = () => 0) {
    this.roomId = room.id;
    const newId = idMaker(Date.now);
    const { user } = server.userOf(me);
    const rooms = new Map([[room.id, emptyEntry(server.stateOf(room, me))]]);
    this.store.setBase({ ...this.store.base, me: user, rooms });
    const link: Link = {
      isConnected: true,
      request: (name, input) => (this.#isConnected ? this.#attempt({ server, me }, name, input) : refuse()),
      signal: () => {},
    };
    this.outbox = new Outbox({
      store: this.store,
      storage: storage.outbox,
      link,
      clock,
      random: () => 0,
      onDone: (item) => void this.done.push(item),
      onRefused: ({ name }, { code }) => void this.refused.push([name, code]),
    });
    this.messages = new Messages(this.store, this.outbox, newId);
  }

  async start(items: readonly OutboxItem[] = []): Promise<void> {
    this.outbox.restore(items);
    void this.outbox.lead(this.#ending.signal);
    this.connect();
    await settled();
  }

  connect(): void {
    this.#isConnected = true;
    this.outbox.connected(this.store.base.me?.id as UserId);
  }

  disconnect(): void {
    this.#isConnected = false;
    this.outbox.disconnected();
  }

  /** As `kill -9` would: whatever is under way here has no further effect. */
  crash(): void {
    this.#isConnected = false;
    this.#ending.abort();
    this.outbox.stop();
  }

  send(body: string): Promise<MessageId> {
    return this.messages.send(this.roomId, body, undefined);
  }

  bodies(): string[] {
    return this.attempts.map(({ input }) => (input as { body: string }).body);
  }

  #attempt<N extends RequestName>({ server, me }: Pick<Mailbox, "server" | "me">, name: N, input: unknown) {
    const { promise, resolve, reject } = Promise.withResolvers<Output<N>>();
    const run = () => answer(server, me, [name, input]);
    const fail = (error: unknown) => {
      reject(error);
      return settled();
    };
    this.attempts.push({
      name,
      input,
      async succeed() {
        try {
          resolve(run());
        } catch (error) {
          reject(error);
        }
        await settled();
      },
      loseAnswer() {
        run();
        return fail(new ParleyError("unavailable", "The server did not answer."));
      },
      fail,
    });
    return promise;
  }
}

function refuse(): Promise<never> {
  return Promise.reject(new ParleyError("unavailable", "There is no connection to the server."));
}

/** Nothing here takes time but turns of the event loop. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

export function bodiesIn({ room }: Mailbox): string[] {
  return room.messages.map((message: Message) => message.body);
}
