import type { Batch, Reply, WireError } from "@parley/contract";

/** One connection to the server, never used again once it has ended. */
export interface Wire {
  /** Requests are answered and events come. */
  readonly isOpen: boolean;
  /** Rejects when no answer comes: whether it was done is not known. */
  request(name: string, input: unknown): Promise<Reply>;
  signal(name: string, input: unknown): void;
  /** Ends it; none of the hooks is called from then on. */
  close(): void;
}

export interface WireHooks {
  onOpen(): void;
  onBatch(batch: Batch): void;
  /** It has ended, or could not be made; `reason` is what the server said, if it did. */
  onEnd(reason?: Partial<WireError>): void;
}

export interface WireOptions {
  /** The server's address; empty for the page's own origin. */
  url: string;
  /** The session's token; absent where a cookie travels. */
  token?: string | undefined;
  hooks: WireHooks;
}

/** Begins a connection. No hook is called before it has returned. */
export type OpenWire = (options: WireOptions) => Wire;

export const CONNECT_TIMEOUT_MS = 10_000;
export const REPLY_TIMEOUT_MS = 10_000;
