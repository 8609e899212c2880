import {
  type Account,
  type Availability,
  type CustomEmoji,
  defaultSettings,
  type Export,
  type FileId,
  type Member,
  type Message,
  type MessageId,
  type Parsed,
  type Receipt,
  type Relation,
  type RoomId,
  type RoomState,
  type Scheduled,
  type ServerInfo,
  type SessionId,
  type Settings,
  type SharedFile,
  type Sticker,
  type User,
  type UserId,
  type Warning,
  type WireError,
} from "@parley/contract";

/**
 * `offline`: the last attempt failed, another follows at `retryAt`. `catching-up`: connected, what was missed is being
 * fetched. `signed-out`: the server ended the session; nothing is retried.
 */
export type ConnectionStatus = "connecting" | "catching-up" | "live" | "offline" | "signed-out";

export interface ConnectionState {
  readonly status: ConnectionStatus;
  /** Epoch ms of the last change of `status`. */
  readonly since: number;
  /** Epoch ms of the next attempt, while offline. */
  readonly retryAt: number | null;
  /** Whether this client has been live since it was started. */
  readonly hasConnected: boolean;
}

/** Everything that an interface shows. Immutable; what did not change keeps its identity. */
export interface ClientState {
  readonly connection: ConnectionState;
  readonly server: ServerInfo | null;
  readonly me: User | null;
  readonly sessionId: SessionId | null;
  readonly settings: Settings;
  /** Those of this server's own, by name. */
  readonly emoji: ReadonlyMap<string, CustomEmoji>;
  /** Grows when sets of this server's own change: whoever shows them asks for them anew. */
  readonly stickersRev: number;
  /** My user-level rev. */
  readonly rev: number;
  readonly rooms: ReadonlyMap<RoomId, RoomEntry>;
  readonly people: ReadonlyMap<UserId, User>;
  /** Friends, requests, and whom I blocked. */
  readonly relations: ReadonlyMap<UserId, Relation>;
  /** Friends who are not offline; only while they are watched. */
  readonly friendPresence: ReadonlyMap<UserId, Availability>;
  readonly account: Account;
  /** How far the archive of everything of mine is; null until something was heard of it. */
  readonly archive: Export | null;
  /** Not yet acknowledged. */
  readonly warnings: readonly Warning[];
  /** How many reports wait for me to settle them. */
  readonly openReports: number;
  /** Messages of mine that wait for their time, in no order. */
  readonly scheduled: readonly Scheduled[];
  /** What the server has not yet confirmed, oldest first. */
  readonly outbox: readonly OutboxItem[];
  /** How far the files are that wait in the outbox. */
  readonly uploads: ReadonlyMap<FileId, Upload>;
}

/** A file on its way to the server. */
export interface Upload {
  readonly sentBytes: number;
  /** As of late; null while nothing goes. */
  readonly bytesPerSecond: number | null;
  readonly isDone: boolean;
  /** Why it does not go on; what can be tried again is, by itself. */
  readonly error: WireError | null;
}

/** So many of a room's pinned messages, the last ones, come without being asked for once the room is open. */
export const pinsAtHand = 10;

/** One of my rooms. */
export interface RoomEntry {
  readonly state: RoomState;
  /** Null until the room is opened or restored from the cache. */
  readonly window: RoomWindow | null;
  /** Null until the room is opened. */
  readonly members: ReadonlyMap<UserId, Member> | null;
  readonly hasMoreMembers: boolean;
  readonly receipts: ReadonlyMap<UserId, Receipt>;
  /** Who is online, away or busy; only while the room is watched. */
  readonly online: ReadonlyMap<UserId, Availability>;
  /** Who is writing, and until when that counts (epoch ms). */
  readonly typing: ReadonlyMap<UserId, number>;
  /** Messages outside of the window that are shown all the same, by seq: those answered in it, and the last ones pinned. */
  readonly quotes: ReadonlyMap<number, Message>;
}

/** A contiguous run of a room's messages. */
export interface RoomWindow {
  readonly messages: readonly Message[];
  /** No older message exists. */
  readonly isStart: boolean;
  /** No newer message exists. */
  readonly isEnd: boolean;
  /** Seq of the first unread message when the room was entered; kept until it is closed. */
  readonly dividerSeq: number | null;
}

/** The requests that outlive a crash: written down before the first attempt, retried until answered. */
export type OutboxName =
  | "message:send"
  | "message:edit"
  | "message:delete"
  | "scheduled:add"
  | "reaction:add"
  | "reaction:remove"
  | "poll:vote"
  | "voice:play"
  | "receipt:read"
  | "receipt:unread"
  | "draft:save";

export type OutboxRequest<N extends OutboxName = OutboxName> = { [K in N]: { name: K; input: Parsed<K> } }[N];

export interface OutboxItem {
  /** Unique, and ordered as text by the time of writing. */
  readonly key: string;
  /** Whose request it is: never sent in the name of somebody else. */
  readonly by: UserId;
  readonly request: OutboxRequest;
  readonly createdAt: number;
  /** `failed`: refused for good; it waits for {@link ParleyClient.retry} or `discard`. */
  readonly status: "waiting" | "sending" | "failed";
  readonly error: WireError | null;
  /** What goes with a message, as far as it is known here. The bytes are kept until it is sent; see {@link FileStorage}. */
  readonly files?: readonly SharedFile[];
  /** The whole of the sticker that the message is. */
  readonly sticker?: Sticker;
  /** What a forwarded message will say, as far as it is known here. */
  readonly copy?: Pick<Message, "body" | "files" | "sticker" | "poll" | "forwardedFrom">;
  /** The server has all of them: only then the message goes out. Absent while their bytes are being written down here. */
  readonly areFilesUp?: boolean;
}

/** One row of a conversation. */
export interface TimelineRow {
  /** The message's id: the same before and after the server has stored it. */
  readonly key: MessageId;
  /** A pending one has seq 0 and rev 0. */
  readonly message: Message;
  readonly status: "waiting" | "sending" | "failed" | "stored";
  /** The outbox item to retry or discard. */
  readonly outboxKey: string | null;
  readonly error: WireError | null;
}

export function emptyState(now: number): ClientState {
  return {
    connection: { status: "connecting", since: now, retryAt: null, hasConnected: false },
    server: null,
    me: null,
    sessionId: null,
    settings: defaultSettings,
    emoji: new Map(),
    stickersRev: 0,
    rev: 0,
    rooms: new Map(),
    people: new Map(),
    relations: new Map(),
    friendPresence: new Map(),
    account: { deletesAt: null, hasTotp: false },
    archive: null,
    warnings: [],
    openReports: 0,
    scheduled: [],
    outbox: [],
    uploads: new Map(),
  };
}

export function emptyEntry(state: RoomState): RoomEntry {
  return {
    state,
    window: null,
    members: null,
    hasMoreMembers: false,
    receipts: new Map(),
    online: new Map(),
    typing: new Map(),
    quotes: new Map(),
  };
}
