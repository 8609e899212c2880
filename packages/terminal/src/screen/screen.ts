import type { HttpServer, ParleyClient } from "@parley/client";
import { ParleyError, type RoomId, type RoomState } from "@parley/contract";
import type { CommandContext } from "../commands/context.ts";
import { LinkedMessages } from "../links/linked-messages.ts";
import { Pictures, type PicturesOptions } from "../pictures/pictures.ts";
import type { RoomReference } from "../rooms/reference.ts";
import { resolveRoom } from "../rooms/resolve.ts";
import { type Line, span } from "../text/spans.ts";
import { visible } from "../text/visible.ts";
import type { Bodies } from "./bodies.ts";
import { emptyComposer } from "./composer.ts";
import { type Frame, frameOf } from "./frame.ts";
import type { Size } from "./frame-options.ts";
import { firstView, type Question, type View } from "./view.ts";

export interface ScreenOptions {
  readonly client: ParleyClient;
  readonly server: HttpServer;
  readonly signal: AbortSignal;
  readonly size: () => Size;
  readonly clock: () => number;
  readonly quit: () => void;
  /** How pictures are drawn, if they are. */
  readonly pictures: Omit<PicturesOptions, "server" | "signal" | "onReady"> | null;
  /** Called at every key. */
  readonly onTouch: () => void;
}

/** The full screen without its drawing: the view, and what keys and commands need to change it. */
export class Screen implements CommandContext {
  readonly client: ParleyClient;
  readonly server: HttpServer;
  readonly signal: AbortSignal;
  readonly quit: () => void;
  readonly size: () => Size;
  readonly clock: () => number;
  readonly pictures: Pictures | null;
  readonly linked: LinkedMessages;
  readonly #onTouch: () => void;
  #activeAt = 0;
  readonly #listeners = new Set<() => void>();
  readonly #bodies: Bodies = new WeakMap();
  #view: View = firstView;

  constructor(options: ScreenOptions) {
    this.client = options.client;
    this.server = options.server;
    this.signal = options.signal;
    this.quit = options.quit;
    this.#onTouch = options.onTouch;
    this.size = options.size;
    this.clock = options.clock;
    const { server, signal, pictures } = options;
    this.pictures = pictures && new Pictures({ ...pictures, server, signal, onReady: () => this.change({}) });
    const { client } = this;
    this.linked = new LinkedMessages({ client, origin: server.url, onReady: () => this.change({}) });
  }

  getView = (): View => this.#view;

  get roomId(): RoomId | null {
    return this.#view.roomId;
  }

  /** Epoch ms of the last key: only somebody who is there has read something. */
  get activeAt(): number {
    return this.#activeAt;
  }

  /** Somebody pressed a key. */
  touched(): void {
    this.#activeAt = this.clock();
    this.#onTouch();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  change(changes: Partial<View>): void {
    const { mode } = this.#view;
    this.#view = { ...this.#view, ...changes };
    // Whatever else begins, the question is given up; if it was answered, that has no effect.
    if (mode.kind === "question" && this.#view.mode !== mode) mode.answer(null);
    for (const listener of this.#listeners) listener();
  }

  /** What is on the screen right now. */
  frame(): Frame {
    const state = this.client.getState();
    const [size, bodies, hasPictures] = [this.size(), this.#bodies, this.pictures !== null];
    const { linked } = this;
    return frameOf({ state, view: this.#view, size, bodies, hasPictures, linked, now: this.clock() });
  }

  show(lines: readonly Line[]): void {
    this.change({ panel: { lines, offset: 0 } });
  }

  say = (text: string): void => this.show([[span(visible(text))]]);

  /** Puts a question before the composer. */
  ask = (text: string, { isHidden }: { isHidden: boolean }): Promise<string | null> => {
    const { promise, resolve } = Promise.withResolvers<string | null>();
    const mode: Question = { kind: "question", text, isHidden, answer: resolve };
    this.change({ mode, panel: null, cycle: null, composer: { ...emptyComposer, sent: this.#view.composer.sent } });
    return promise;
  };

  complain(error: unknown): void {
    const text = error instanceof Error ? error.message : String(error);
    this.show([[span(visible(text), { color: "red" })]]);
  }

  /** Runs something that may fail, and shows why if it does. */
  attempt(work: () => Promise<void>): void {
    work().catch((error: unknown) => this.complain(error));
  }

  async resolve(reference: RoomReference): Promise<RoomState> {
    const { rooms, people, me } = this.client.getState();
    if (!me) throw new ParleyError("unavailable", "Not connected yet.");
    const known = { rooms: [...rooms.values()].map((entry) => entry.state), people: people.values(), me };
    return await resolveRoom(reference, known, (name, input) => this.client.call(name, input));
  }
}
