import type { ClientState, EventListener, ParleyClient } from "@parley/client";
import { type Message, ParleyError, type RoomId, type SharedFile } from "@parley/contract";
import { afterEach, expect, test, vi } from "vitest";
import { Player } from "./player.ts";
import type { Voice } from "./voice-after.ts";

/** As much of a browser's player as is asked of it. */
class Audio extends EventTarget {
  hidden = false;
  src = "";
  currentTime = 0;
  paused = true;
  play(): Promise<void> {
    this.paused = false;
    this.dispatchEvent(new Event("play"));
    return Promise.resolve();
  }
  pause(): void {
    this.paused = true;
    this.dispatchEvent(new Event("pause"));
  }
  removeAttribute(): void {
    this.src = "";
  }
}

const roomId = "room" as RoomId;
const voice: Voice = { roomId, seq: 3, file: { id: "file", name: "spoken.webm" } as SharedFile };
const message = (seq: number, more: Partial<Message> = {}) => ({ seq, ...more }) as Message;
const gone = { deletedAt: 1 };

/** A client that says what it is told to. */
class Told {
  event: EventListener = () => undefined;
  changed: () => void = () => undefined;
  list: () => Promise<{ messages: Message[] }> = () => Promise.reject(new Error("Nobody asked for this."));
  #state = stateOf("live", []);
  getState = () => this.#state;
  on = (_: string, listener: EventListener) => (this.event = listener);
  subscribe = (listener: () => void) => (this.changed = listener);
  markPlayed = () => Promise.resolve();
  call = () => this.list();
  becomes(status: string, messages: readonly Message[] = []): void {
    this.#state = stateOf(status, messages);
    this.changed();
  }
}

function stateOf(status: string, messages: readonly Message[]): ClientState {
  const rooms = new Map([[roomId, { window: messages.length === 0 ? null : { messages } }]]);
  return { connection: { status }, rooms } as unknown as ClientState;
}

afterEach(() => vi.unstubAllGlobals());

const answers = (...messages: Message[]) => Promise.resolve({ messages });
const refuses = (code: ParleyError["code"]) => Promise.reject(new ParleyError(code, ""));
const away = (client: Told, list: Told["list"]) => {
  client.list = list;
  client.becomes("offline");
  client.becomes("catching-up");
  client.becomes("live");
};

test.each<[string, (client: Told) => void, boolean]>([
  ["its message is deleted", (client) => client.event(roomId, ["message:deleted", message(3, gone)]), true],
  ["another message is deleted", (client) => client.event(roomId, ["message:deleted", message(4, gone)]), false],
  ["a resync brings its tombstone", (client) => client.becomes("catching-up", [message(2), message(3, gone)]), true],
  ["a resync brings another", (client) => client.becomes("catching-up", [message(2, gone), message(3)]), false],
  [
    "it was deleted in a room that is not loaded, and one was away",
    (c) => away(c, () => answers(message(3, gone))),
    true,
  ],
  ["it is there after one was away", (client) => away(client, () => answers(message(3))), false],
  ["its room is not there any more", (client) => away(client, () => refuses("not_found")), true],
  ["the connection breaks again", (client) => away(client, () => refuses("unavailable")), false],
])("what plays when %s", async (_what, happens, isOver) => {
  const audio = new Audio();
  const body = { appendChild: () => audio };
  vi.stubGlobal("document", { createElement: () => audio, body, querySelectorAll: () => [] });
  vi.stubGlobal("localStorage", { getItem: () => null });
  const client = new Told();
  const player = new Player(client as unknown as ParleyClient);
  await player.play(voice);
  happens(client);
  await new Promise(setImmediate);
  expect([player.state().voice, audio.paused, audio.src]).toEqual(
    isOver ? [null, true, ""] : [voice, false, "/files/file/spoken.webm"],
  );
});
