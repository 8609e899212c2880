import type {
  CommandName,
  EventPair,
  Input,
  Message,
  MessageId,
  Output,
  QueryName,
  RoomId,
  UserId,
} from "@parley/contract";
import type { ClientState } from "./state.ts";
import type { ClientStorage } from "./storage.ts";

export interface ClientOptions {
  /** The server's address; empty for the page's own origin. */
  url: string;
  /** The session's token. Absent in browsers, where the HttpOnly cookie travels. */
  token?: string;
  /** Who has just signed in, if that is known: what storage holds of anybody else is then forgotten, never shown. */
  account?: UserId;
  storage: ClientStorage;
  /** Epoch ms. */
  clock?: () => number;
  /** From 0 to below 1. */
  random?: () => number;
}

/** Hears of every event, in order, after the state holds it. `roomId` is undefined for user-level events. */
export type EventListener = (roomId: RoomId | undefined, event: EventPair) => void;

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
  on(name: "event", listener: EventListener): () => void;
  /** Loads a room if need be and keeps it in sync first. Offline it waits, unless the cache has the room. */
  openRoom(roomId: RoomId, at?: "latest" | "unread"): Promise<void>;
  closeRoom(roomId: RoomId): void;
  loadOlder(roomId: RoomId): Promise<void>;
  loadNewer(roomId: RoomId): Promise<void>;
  jumpTo(roomId: RoomId, seq: number): Promise<void>;
  jumpToLatest(roomId: RoomId): Promise<void>;
  /** Resolves when it would survive a crash; it is shown at once. */
  send(roomId: RoomId, body: string, replyTo?: number): Promise<MessageId>;
  /** Resolves when the server has stored the message; rejects when it was refused for good. */
  whenStored(id: MessageId): Promise<Message>;
  edit(roomId: RoomId, messageId: MessageId, body: string): Promise<void>;
  remove(roomId: RoomId, messageId: MessageId): Promise<void>;
  /** Tries a failed outbox item again. */
  retry(key: string): Promise<void>;
  /** Forgets an outbox item. */
  discard(key: string): Promise<void>;
  markRead(roomId: RoomId, seq: number): Promise<void>;
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
