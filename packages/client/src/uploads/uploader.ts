import { type FileId, isRetryable, ParleyError, type SharedFile } from "@parley/contract";
import { Backoff } from "../backoff.ts";
import { asParleyError } from "../errors.ts";
import type { ConnectionStatus, OutboxItem, Upload } from "../state.ts";
import { LeftBehind } from "./left-behind.ts";
import type { UploaderOptions } from "./options.ts";
import { upload } from "./tus.ts";

/** So many files at once: more would only make each of them slower. */
const AT_ONCE = 3;
const waiting: Upload = { sentBytes: 0, bytesPerSecond: null, isDone: false, error: null };

/**
 * Brings the files of the outbox to the server, in order, and says of each message when all of its files are there. What
 * fails is tried again from where it stopped; what the server refuses, it refuses for the whole message.
 */
export class Uploader {
  readonly #options: UploaderOptions;
  readonly #running = new Map<FileId, AbortController>();
  readonly #backoffs = new Map<FileId, Backoff>();
  readonly #paused = new Map<FileId, ReturnType<typeof setTimeout>>();
  readonly #leftBehind: LeftBehind;
  readonly #offShared: (() => void) | undefined;
  #seen: readonly OutboxItem[] = [];
  #status: ConnectionStatus = "connecting";
  #isLeading = false;

  constructor(options: UploaderOptions) {
    this.#options = options;
    this.#leftBehind = new LeftBehind(options);
    this.#offShared = options.files.onShared?.((uploads) => {
      if (!this.#isLeading) this.#show(uploads);
    });
  }

  lead(): void {
    this.#isLeading = true;
    void this.#leftBehind.sweep();
  }

  stop(): void {
    this.#isLeading = false;
    this.#offShared?.();
    for (const timer of this.#paused.values()) clearTimeout(timer);
    for (const running of this.#running.values()) running.abort();
  }

  /** Does what follows from the state of things. */
  look(): void {
    const { outbox, base } = this.#options.store;
    const { status } = base.connection;
    if (outbox === this.#seen && status === this.#status) return;
    this.#seen = outbox;
    if (status === "live" && this.#status !== "live") this.#unpause();
    this.#status = status;
    if (!this.#isLeading) return;
    this.#leftBehind.look(outbox);
    this.#forget();
    this.#start();
  }

  /** The items that wait for files, mine alone. */
  #items(): readonly OutboxItem[] {
    const { outbox, base } = this.#options.store;
    const isWaiting = (item: OutboxItem) => item.areFilesUp === false && item.status !== "failed";
    return outbox.filter((item) => item.files && item.by === base.me?.id && isWaiting(item));
  }

  #start(): void {
    const { store, outbox } = this.#options;
    if (!this.#isLeading) return;
    for (const item of this.#items()) {
      const files = item.files ?? [];
      if (files.every(({ id }) => store.base.uploads.get(id)?.isDone)) {
        void outbox.change({ ...item, areFilesUp: true }).catch(() => {});
      } else if (this.#status === "live") for (const file of files) this.#startOne(file, item);
    }
  }

  #startOne(file: SharedFile, { key }: OutboxItem): void {
    if (this.#running.size >= AT_ONCE || this.#running.has(file.id) || this.#paused.has(file.id)) return;
    if (this.#options.store.base.uploads.get(file.id)?.isDone) return;
    const running = new AbortController();
    this.#running.set(file.id, running);
    void this.#attempt(file, key, running.signal).finally(() => {
      this.#running.delete(file.id);
      this.#start();
    });
  }

  async #attempt(file: SharedFile, key: string, signal: AbortSignal): Promise<void> {
    const set = (change: Partial<Upload>) => {
      if (!signal.aborted) this.#set(file.id, change);
    };
    try {
      set({ error: null });
      const isBegun = this.#leftBehind.mayBeBegun(file.id);
      this.#leftBehind.begin(file.id);
      if (!(isBegun && (await this.#isThere(file)))) {
        const bytes = await this.#bytesOf(file);
        const { server, clock } = this.#options;
        const onProgress = (sentBytes: number, speed: number | null) => set({ sentBytes, bytesPerSecond: speed });
        await upload({ server, file, bytes, isBegun, signal, clock, onProgress });
      }
      this.#backoffs.delete(file.id);
      set({ sentBytes: file.size, bytesPerSecond: null, isDone: true, error: null });
    } catch (error) {
      if (!signal.aborted) await this.#failed(file, key, asParleyError(error));
    }
  }

  /** An earlier attempt may have brought all of it. */
  async #isThere({ id }: SharedFile): Promise<boolean> {
    try {
      await this.#options.link.request("file:find", { id });
      return true;
    } catch (error) {
      if (asParleyError(error).code === "not_found") return false;
      throw error;
    }
  }

  async #bytesOf({ id }: SharedFile): Promise<Blob> {
    const bytes = await this.#options.files.get(id);
    if (bytes) return bytes;
    throw new ParleyError("not_found", "The file is not on this device any more. Choose it again.");
  }

  async #failed(file: SharedFile, key: string, error: ParleyError): Promise<void> {
    const { outbox, store } = this.#options;
    this.#set(file.id, { bytesPerSecond: null, error: error.toWire() });
    if (isRetryable(error.code) || error.code === "unauthenticated") {
      this.#pause(file.id, error.retryAfterMs ?? 0);
      return;
    }
    const item = store.outbox.find((one) => one.key === key);
    if (item) await outbox.refuse(item, error);
  }

  #pause(id: FileId, atLeastMs: number): void {
    const backoff = this.#backoffs.get(id) ?? new Backoff(this.#options.random);
    this.#backoffs.set(id, backoff);
    const resume = () => {
      this.#paused.delete(id);
      this.#start();
    };
    this.#paused.set(id, setTimeout(resume, Math.max(atLeastMs, backoff.next())));
  }

  /** The connection is back: what failed without it need not wait any longer. */
  #unpause(): void {
    for (const timer of this.#paused.values()) clearTimeout(timer);
    this.#paused.clear();
    this.#backoffs.clear();
  }

  /** What nobody wants any more is not carried on, and what was refused is asked anew when it is tried again. */
  #forget(): void {
    const { store } = this.#options;
    const wanted = new Set(this.#items().flatMap(({ files = [] }) => files.map(({ id }) => id)));
    for (const [id, running] of this.#running) if (!wanted.has(id)) running.abort();
    const kept = new Map<FileId, Upload>();
    for (const item of store.outbox) {
      for (const { id } of item.files ?? []) {
        const known = store.base.uploads.get(id);
        if (known) kept.set(id, item.status === "failed" ? { ...known, isDone: false, bytesPerSecond: null } : known);
      }
    }
    if (
      kept.size < store.base.uploads.size ||
      [...kept].some(([id, one]) => store.base.uploads.get(id)?.isDone !== one.isDone)
    ) {
      this.#show(kept);
    }
  }

  #set(id: FileId, change: Partial<Upload>): void {
    const { store, files } = this.#options;
    const next = new Map(store.base.uploads);
    next.set(id, { ...(next.get(id) ?? waiting), ...change });
    this.#show(next);
    files.share?.(next);
  }

  #show(uploads: ReadonlyMap<FileId, Upload>): void {
    const { store } = this.#options;
    store.setBase({ ...store.base, uploads });
  }
}
