import type { ParleyClient } from "@parley/client";
import { ParleyError, type RoomState } from "@parley/contract";
import type { RoomReference } from "../rooms/reference.ts";
import { resolveRoom } from "../rooms/resolve.ts";
import { visible } from "../text/visible.ts";
import type { Bodies } from "./bodies.ts";
import { type Frame, frameOf } from "./frame.ts";
import type { Size } from "./frame-options.ts";
import { type Line, span } from "./spans.ts";
import { firstView, type View } from "./view.ts";

export interface ScreenOptions {
  readonly client: ParleyClient;
  /** The server's address, for links. */
  readonly url: string;
  readonly size: () => Size;
  readonly clock: () => number;
  readonly quit: () => void;
}

/** The full screen without its drawing: the view, and what keys and commands need to change it. */
export class Screen {
  readonly client: ParleyClient;
  readonly url: string;
  readonly quit: () => void;
  readonly size: () => Size;
  readonly clock: () => number;
  /** Epoch ms of the last key: only somebody who is there has read something. */
  activeAt = 0;
  readonly #listeners = new Set<() => void>();
  readonly #bodies: Bodies = new WeakMap();
  #view: View = firstView;

  constructor(options: ScreenOptions) {
    this.client = options.client;
    this.url = options.url;
    this.quit = options.quit;
    this.size = options.size;
    this.clock = options.clock;
  }

  getView = (): View => this.#view;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  change(changes: Partial<View>): void {
    this.#view = { ...this.#view, ...changes };
    for (const listener of this.#listeners) listener();
  }

  /** What is on the screen right now. */
  frame(): Frame {
    const state = this.client.getState();
    return frameOf({ state, view: this.#view, size: this.size(), bodies: this.#bodies, now: this.clock() });
  }

  show(lines: readonly Line[]): void {
    this.change({ panel: { lines, offset: 0 } });
  }

  say(text: string): void {
    this.show([[span(visible(text))]]);
  }

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
