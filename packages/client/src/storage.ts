import type {
  CustomEmoji,
  FileId,
  Receipt,
  Relation,
  RoomState,
  ServerInfo,
  Settings,
  SharedFile,
  User,
} from "@parley/contract";
import type { OutboxItem, RoomWindow, Upload } from "./state.ts";

/** One room as the cache keeps it. The same object as long as nothing in it changed. */
export interface StoredRoom {
  readonly state: RoomState;
  readonly window: RoomWindow | null;
  readonly receipts: readonly Receipt[];
}

/** What is shown before (or without) a connection. May be lost at any time: the server has it all. */
export interface StoredCache {
  /** Another version is ignored. */
  readonly version: 4;
  readonly me: User;
  readonly server: ServerInfo | null;
  readonly settings: Settings;
  readonly rooms: readonly StoredRoom[];
  readonly people: readonly User[];
  readonly relations: readonly Relation[];
  /** What an older client wrote down has none. */
  readonly emoji?: readonly CustomEmoji[];
}

export interface StoredClient {
  readonly cache: StoredCache | null;
  readonly outbox: readonly OutboxItem[];
}

/** What survives a crash. `put` resolves only when the item would survive one. */
export interface OutboxStorage {
  /** Oldest first. */
  list(): Promise<readonly OutboxItem[]>;
  put(item: OutboxItem): Promise<void>;
  remove(key: string): Promise<void>;
  /** Tells of changes made by somebody else (another tab) on the same storage. */
  onChange(listener: () => void): () => void;
}

/** A file that somebody chose to send. */
export interface OutgoingFile {
  /** As it is shown until the server has looked at it. */
  readonly file: SharedFile;
  readonly bytes: Blob;
  /** Where it lies, in Node: remembered instead of a copy. */
  readonly path?: string;
}

/** The bytes of what waits in the outbox. `put` resolves only when they would survive a crash. */
export interface FileStorage {
  put(file: OutgoingFile): Promise<void>;
  get(id: FileId): Promise<Blob | undefined>;
  remove(id: FileId): Promise<void>;
  list(): Promise<readonly FileId[]>;
  /** Tells the other clients on the same storage how far the files are. */
  share?(uploads: ReadonlyMap<FileId, Upload>): void;
  onShared?(listener: (uploads: ReadonlyMap<FileId, Upload>) => void): () => void;
  close?(): void;
}

/** The other clients on the same storage. */
export interface OtherClients {
  /** This one has reached the server. */
  tellReached(): void;
  onReached(listener: () => void): () => void;
}

/** Where a client keeps what it must not lose and what it would rather not fetch again. */
export interface ClientStorage {
  load(): Promise<StoredClient | null>;
  saveCache(cache: StoredCache): Promise<void>;
  readonly outbox: OutboxStorage;
  /** Fetched when it is needed. */
  files(): Promise<FileStorage>;
  /** Calls `run` while this client leads among those on the same storage; resolves when `run` or the waiting ended. */
  lead(signal: AbortSignal, run: () => Promise<void>): Promise<void>;
  /** Absent where nobody else uses it. */
  readonly others?: OtherClients;
  /** Forgets everything. */
  wipe(): Promise<void>;
  close(): Promise<void>;
}
