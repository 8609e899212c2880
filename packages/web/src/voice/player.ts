import { type ParleyClient, timeline } from "@parley/client";
import type { FileId, Message, RoomId, SharedFile } from "@parley/contract";
import { fileUrl } from "../files/file-urls.ts";
import { pauseOthers } from "../files/pause-others.ts";
import { keepSpeed, keptSpeed, type Speed, speedAfter } from "./speed.ts";
import { watchTakenBack } from "./taken-back.ts";
import { type Voice, voiceAfter } from "./voice-after.ts";

/** What plays, or rests where it was. Times in seconds. */
export interface PlayerState {
  readonly voice: Voice | null;
  readonly isPlaying: boolean;
  readonly at: number;
  readonly speed: Speed;
}

/** Positions that are remembered. */
const KEPT = 100;
/** So many messages are looked through for the next one where the room is not loaded. */
const PAGE = 100;

/** Plays voice messages, one at a time and one after the other, whatever room is on screen. */
export class Player {
  readonly #client: ParleyClient;
  readonly #audio: HTMLAudioElement;
  readonly #listeners = new Set<() => void>();
  readonly #positions = new Map<FileId, number>();
  /** Cards on screen, which say themselves what plays. */
  readonly #cards = new Map<FileId, number>();
  #state: PlayerState = { voice: null, isPlaying: false, at: 0, speed: keptSpeed() };

  constructor(client: ParleyClient) {
    this.#client = client;
    // In the page, where whatever else plays finds it.
    this.#audio = document.body.appendChild(document.createElement("audio"));
    this.#audio.hidden = true;
    this.#audio.addEventListener("play", () => {
      pauseOthers(this.#audio);
      this.#audio.playbackRate = this.#state.speed;
      this.#set({ isPlaying: true });
    });
    this.#audio.addEventListener("pause", () => this.#set({ isPlaying: false }));
    this.#audio.addEventListener("timeupdate", () => this.#state.voice && this.#set({ at: this.#audio.currentTime }));
    this.#audio.addEventListener("ended", () => void this.#ended());
    // Whoever takes back what they said is not heard any further.
    watchTakenBack(client, {
      current: () => this.#state.voice,
      onGone: ({ file }) => {
        this.close();
        this.#positions.delete(file.id);
      },
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): PlayerState => this.#state;

  /** Where a file was left. */
  positionOf(id: FileId): number {
    return this.#state.voice?.file.id === id ? this.#state.at : (this.#positions.get(id) ?? 0);
  }

  /** Begins it, or goes on where it was; rejects when the browser cannot play it. */
  async play(voice: Voice): Promise<void> {
    if (this.#state.voice?.file.id !== voice.file.id) this.#load(voice);
    void this.#client.markPlayed(voice.roomId, voice.seq).catch(() => undefined);
    await this.#audio.play().catch((error: unknown) => {
      // Another one was begun meanwhile, or it was paused.
      if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
    });
  }

  pause(): void {
    this.#audio.pause();
  }

  seek(id: FileId, to: number): void {
    if (this.#state.voice?.file.id === id) {
      this.#audio.currentTime = to;
      this.#set({ at: to });
    } else {
      this.#keep(id, to);
      this.#set({});
    }
  }

  faster(): void {
    const speed = speedAfter(this.#state.speed);
    keepSpeed(speed);
    this.#audio.playbackRate = speed;
    this.#set({ speed });
  }

  close(): void {
    const { voice } = this.#state;
    if (voice) this.#keep(voice.file.id, this.#audio.currentTime);
    this.#audio.pause();
    this.#set({ voice: null, isPlaying: false, at: 0 });
    this.#audio.removeAttribute("src");
  }

  /** A card of this file is in the page until what is answered is called. */
  show({ id }: SharedFile): () => void {
    this.#cards.set(id, (this.#cards.get(id) ?? 0) + 1);
    this.#set({});
    return () => {
      const left = (this.#cards.get(id) ?? 1) - 1;
      if (left > 0) this.#cards.set(id, left);
      else this.#cards.delete(id);
      this.#set({});
    };
  }

  isShown({ id }: SharedFile): boolean {
    return this.#cards.has(id);
  }

  #load(voice: Voice): void {
    const before = this.#state.voice;
    if (before) this.#keep(before.file.id, this.#audio.currentTime);
    const at = this.#positions.get(voice.file.id) ?? 0;
    this.#audio.src = fileUrl(voice.file);
    this.#audio.currentTime = at;
    this.#set({ voice, at });
  }

  #keep(id: FileId, at: number): void {
    this.#positions.delete(id);
    this.#positions.set(id, at);
    const [oldest] = this.#positions.keys();
    if (this.#positions.size > KEPT && oldest !== undefined) this.#positions.delete(oldest);
  }

  async #ended(): Promise<void> {
    const { voice } = this.#state;
    if (voice === null) return;
    const next = await this.#next(voice).catch(() => null);
    // Meanwhile somebody may have begun another, or this one again.
    if (this.#state.voice !== voice || !this.#audio.ended) return;
    this.close();
    this.#positions.delete(voice.file.id);
    this.#set({});
    if (next) await this.play(next).catch(() => this.close());
  }

  async #next(voice: Voice): Promise<Voice | null> {
    const { roomId, seq } = voice;
    const held = timeline(this.#client.getState(), roomId).map(({ message }) => message);
    const messages = held.some((message) => message.seq === seq) ? held : await this.#fetch(roomId, seq);
    const { me, relations } = this.#client.getState();
    const isTheirs = ({ senderId }: Message) => senderId !== me?.id && relations.get(senderId)?.kind !== "blocked";
    return voiceAfter(voice, messages.filter(isTheirs));
  }

  async #fetch(roomId: RoomId, seq: number): Promise<readonly Message[]> {
    const from = { edge: "after", seq: seq - 1 } as const;
    return (await this.#client.call("message:history", { roomId, from, limit: PAGE })).messages;
  }

  #set(change: Partial<PlayerState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

// One for each client, and gone with it.
const all = new WeakMap<ParleyClient, Player>();

export function playerOf(client: ParleyClient): Player {
  const known = all.get(client) ?? new Player(client);
  all.set(client, known);
  return known;
}
