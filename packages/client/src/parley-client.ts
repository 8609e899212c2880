import type {
  CommandName,
  EventPair,
  FileId,
  Input,
  Message,
  MessageId,
  NewPoll,
  Output,
  ParleyError,
  QueryName,
  RoomId,
  Sticker,
  UserId,
} from "@parley/contract";
import type { Forwarding } from "./messages.ts";
import type { ClientState, OutboxRequest } from "./state.ts";
import type { ClientStorage } from "./storage.ts";
import type { Album } from "./uploads/outgoing.ts";
import type { Rescheduling } from "./uploads/rescheduling.ts";
import type { OpenWire } from "./wire.ts";

export type { Album, Rescheduling };

export interface ClientOptions {
  /** The server's address; empty for the page's own origin. */
  url: string;
  /** The session's token. Absent in browsers, where the HttpOnly cookie travels. */
  token?: string;
  /** Who has just signed in, if that is known: what storage holds of anybody else is then forgotten, never shown. */
  account?: UserId;
  storage: ClientStorage;
  /** How the server is reached; by WebSocket if nothing is said. */
  openWire?: OpenWire;
  /** Epoch ms. */
  clock?: () => number;
  /** From 0 to below 1. */
  random?: () => number;
}

/** Hears of every event, in order, after the state holds it. `roomId` is undefined for user-level events. */
export type EventListener = (roomId: RoomId | undefined, event: EventPair) => void;

/** Hears of what I asked for and the server will never do: after the state is without it, or shows it as failed. */
export type RefusalListener = (request: OutboxRequest, error: ParleyError) => void;

export interface ClientListeners {
  event: EventListener;
  refused: RefusalListener;
}

export interface ParleyClient {
  getState(): ClientState;
  /** One call per batch of changes. */
  subscribe(listener: () => void): () => void;
  /** Restores cache and outbox, then connects; resolves when restored, not when live. */
  start(): Promise<void>;
  /** Writes everything down and disconnects. */
  stop(): Promise<void>;
  /** Rejects when the server has ended the session, or the client is stopped. */
  whenLive(): Promise<void>;
  /** Over the socket; throws ParleyError, `unavailable` when there is no connection. */
  call<N extends QueryName | CommandName>(name: N, input: Input<N>): Promise<Output<N>>;
  on<N extends keyof ClientListeners>(name: N, listener: ClientListeners[N]): () => void;
  /** Loads a room if need be and keeps it in sync first. Offline it waits, unless the cache has the room. */
  openRoom(roomId: RoomId, at?: "latest" | "unread"): Promise<void>;
  closeRoom(roomId: RoomId): void;
  loadOlder(roomId: RoomId): Promise<void>;
  loadNewer(roomId: RoomId): Promise<void>;
  jumpTo(roomId: RoomId, seq: number): Promise<void>;
  jumpToLatest(roomId: RoomId): Promise<void>;
  /** Resolves when it would survive a crash; it is shown at once. */
  send(roomId: RoomId, body: string, replyTo?: number): Promise<MessageId>;
  /** The same of a question and what may be answered to it; see {@link vote}. */
  sendPoll(roomId: RoomId, question: string, poll: NewPoll): Promise<MessageId>;
  /** The same of a sticker. */
  sendSticker(roomId: RoomId, sticker: Sticker, replyTo?: number): Promise<MessageId>;
  /** The same with files: it goes out when the server has them all. How far they are is in {@link ClientState.uploads}. */
  sendFiles(roomId: RoomId, album: Album): Promise<MessageId>;
  /** Of a message with files that is to go later, and waits for them in the outbox; rejects once they are up. */
  reschedule(key: string, change: Rescheduling): Promise<void>;
  /** Takes a file out of an outbox item that is not on its way; the last one takes the message with it. */
  dropFile(key: string, fileId: FileId): Promise<void>;
  /** The bytes of a file that waits in the outbox. */
  readFile(fileId: FileId): Promise<Blob | undefined>;
  /** Resolves when the server has stored the message; rejects when it was refused for good. */
  whenStored(id: MessageId): Promise<Message>;
  /** Sends messages of one room to others; resolves when all of it would survive a crash. */
  forward(forwarding: Forwarding): Promise<void>;
  edit(roomId: RoomId, messageId: MessageId, body: string): Promise<void>;
  /** For everyone. An undo of what was just sent leaves no tombstone to be seen. */
  remove(roomId: RoomId, messageId: MessageId, how?: { isUndo?: boolean }): Promise<void>;
  /** Reacts to a stored message, or takes that back. What the server then refuses is gone again; see `refused`. */
  react(roomId: RoomId, seq: number, reaction: { emoji: string; isOn: boolean }): Promise<void>;
  /** Votes in a stored poll, instead of what I chose before; nothing chosen takes it back. Refused like a reaction. */
  vote(roomId: RoomId, seq: number, chosen: readonly number[]): Promise<void>;
  /** Tries a failed outbox item again. */
  retry(key: string): Promise<void>;
  /** Forgets an outbox item. */
  discard(key: string): Promise<void>;
  markRead(roomId: RoomId, seq: number): Promise<void>;
  /** I have played a voice message of somebody else's. */
  markPlayed(roomId: RoomId, seq: number): Promise<void>;
  /** Puts my read pointer back to `seq`: what comes after it is unread. */
  markUnread(roomId: RoomId, seq: number): Promise<void>;
  /** In the state at once, on the server a little later. */
  saveDraft(roomId: RoomId, body: string, replyTo?: number): void;
  setTyping(roomId: RoomId, isTyping: boolean): void;
  /** What is on screen: rooms, whose presence and typing to hear of, and friends or not. Replaces the last. */
  watch(roomIds: readonly RoomId[], also?: { friends?: boolean }): void;
  /** Nobody has touched this device for ten minutes, or somebody does again; see {@link Idleness}. */
  setIdle(isIdle: boolean): void;
  /** The next page of members. */
  loadMembers(roomId: RoomId): Promise<void>;
  /** Ends the session and forgets everything stored here. */
  signOut(): Promise<void>;
}
