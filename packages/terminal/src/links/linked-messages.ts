import type { ClientState, ParleyClient } from "@parley/client";
import { type MessagePlace, messagePlaceIn } from "@parley/client/message-place";
import { type EventPair, limits, type Message, parseText, type RoomId, type User } from "@parley/contract";
import type { Line } from "../text/spans.ts";

/** A message that another one links to, as far as it is known; without one it is not there any more. */
export interface FoundMessage {
  readonly message: Message | undefined;
  readonly sender: User | undefined;
}

/** What the conversation asks about links to messages of this server. */
export interface Linked {
  /** The message of one of my rooms that a text leads to. */
  placeIn(state: ClientState, message: Message): MessagePlace | null;
  /** Undefined until it is known. */
  found(state: ClientState, place: MessagePlace): FoundMessage | undefined;
}

export interface LinkedMessagesOptions {
  readonly client: Pick<ParleyClient, "call" | "getState" | "on">;
  /** What links to messages of this server begin with. */
  readonly origin: string;
  readonly onReady: () => void;
}

interface Kept {
  /** The connection that it was asked over, told by its beginning: what happened before it is not heard of. */
  readonly since: number;
  readonly found?: FoundMessage;
}

/** So many as were last on screen are kept. */
const KEPT = 200;

/** The messages that are linked to on the screen: each is asked for once for a connection, when a link to it comes into view. */
export class LinkedMessages implements Linked {
  readonly #options: LinkedMessagesOptions;
  readonly #kept = new Map<string, Kept>();

  constructor(options: LinkedMessagesOptions) {
    this.#options = options;
    options.client.on("event", (roomId, event) => this.#hear(roomId, event));
  }

  placeIn(state: ClientState, message: Message): MessagePlace | null {
    const { origin } = this.#options;
    // Looked for in few: every message asks, whenever something is drawn.
    if (!message.body.includes(`${origin}/r/`)) return null;
    const place = messagePlaceIn(parseText(message.body), origin);
    return place && state.rooms.has(place.roomId) ? place : null;
  }

  found({ rooms, people }: ClientState, place: MessagePlace): FoundMessage | undefined {
    const entry = rooms.get(place.roomId);
    if (entry && place.seq <= entry.state.clearedSeq) return { message: undefined, sender: undefined };
    const loaded = entry?.window?.messages.find(({ seq }) => seq === place.seq);
    return loaded ? { message: loaded, sender: people.get(loaded.senderId) } : this.#kept.get(keyOf(place))?.found;
  }

  /** Asks for what is quoted in these lines and not known yet. */
  askFor(lines: readonly Line[]): void {
    void this.load(lines.flatMap((line) => line.flatMap(({ linked }) => linked ?? [])));
  }

  /** Asks for what is not known yet; resolves when that was answered, or cannot be. */
  async load(places: readonly MessagePlace[]): Promise<void> {
    const state = this.#options.client.getState();
    if (state.connection.status !== "live") return;
    const { since } = state.connection;
    const due = new Map<string, MessagePlace>();
    for (const place of places) {
      const key = keyOf(place);
      const kept = this.#kept.get(key);
      if (kept?.since !== since && !isLoaded(state, place)) due.set(key, place);
    }
    const byRoom = [...Map.groupBy(due.values(), (place) => place.roomId)];
    await Promise.all(byRoom.map(([roomId, some]) => this.#ask(roomId, some.slice(0, limits.messagesAtOnce), since)));
  }

  async #ask(roomId: RoomId, places: readonly MessagePlace[], since: number): Promise<void> {
    for (const place of places) this.#keep(place, { ...this.#kept.get(keyOf(place)), since });
    const seqs = places.map(({ seq }) => seq);
    await this.#options.client.call("message:list", { roomId, seqs }).then(
      ({ messages, people }) => {
        for (const seq of seqs) {
          const message = messages.find((one) => one.seq === seq);
          const sender = people.find(({ id }) => id === message?.senderId);
          const place = { roomId, seq };
          this.#keep(place, { since, found: { message: this.#newer(place, message), sender } });
        }
        this.#options.onReady();
      },
      // Without it the room still stands there; the next connection asks again.
      () => undefined,
    );
  }

  /** The answer may be older than what was heard of meanwhile. */
  #newer(place: MessagePlace, answered: Message | undefined): Message | undefined {
    const heard = this.#kept.get(keyOf(place))?.found?.message;
    return heard && answered && heard.rev > answered.rev ? heard : answered;
  }

  #keep(place: MessagePlace, kept: Kept): void {
    const key = keyOf(place);
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }

  /** What is edited or deleted is so here too. */
  #hear(roomId: RoomId | undefined, [name, message]: EventPair): void {
    if (roomId === undefined || (name !== "message:edited" && name !== "message:deleted")) return;
    const place = { roomId, seq: message.seq };
    const kept = this.#kept.get(keyOf(place));
    if (!kept) return;
    this.#keep(place, { ...kept, found: { sender: kept.found?.sender, message } });
    this.#options.onReady();
  }
}

const keyOf = ({ roomId, seq }: MessagePlace): string => `${roomId} ${seq}`;

const isLoaded = ({ rooms }: ClientState, { roomId, seq }: MessagePlace): boolean =>
  rooms.get(roomId)?.window?.messages.some((message) => message.seq === seq) ?? false;
