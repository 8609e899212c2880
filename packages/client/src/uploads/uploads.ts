import type { OutboxItem } from "../state.ts";
import type { UploaderOptions, UploadsOptions } from "./options.ts";
import type { Uploader } from "./uploader.ts";

/** Fetches what uploads once there is a file to upload, and tells it of every change. */
export class Uploads {
  readonly #options: Omit<UploaderOptions, "files">;
  readonly #unsubscribe: () => void;
  #uploader: Promise<Uploader> | null = null;
  #loaded: Uploader | null = null;
  #seen: readonly OutboxItem[] = [];
  #isLeading = false;

  constructor(options: UploadsOptions) {
    this.#options = { ...options, startedAt: options.clock() };
    this.#unsubscribe = options.store.subscribe(() => this.#look());
  }

  /** From now on this client is the one that sends. */
  lead(): void {
    this.#isLeading = true;
    this.#loaded?.lead();
    this.#look();
  }

  stop(): void {
    this.#unsubscribe();
    this.#loaded?.stop();
    this.#uploader = null;
  }

  #look(): void {
    const { outbox, base } = this.#options.store;
    if (this.#loaded) this.#loaded.look();
    else if (this.#uploader === null && outbox !== this.#seen && base.connection.status === "live") {
      this.#seen = outbox;
      if (outbox.some(({ files }) => files)) this.#load();
    }
  }

  /** Without a connection it could not be fetched, nor do anything. */
  #load(): void {
    const loading = this.#made();
    this.#uploader = loading;
    loading.then(
      (uploader) => {
        if (this.#uploader !== loading) return uploader.stop();
        this.#loaded = uploader;
        if (this.#isLeading) uploader.lead();
        uploader.look();
      },
      () => {
        // Asked for again at the next change.
        this.#uploader = null;
        this.#seen = [];
      },
    );
  }

  async #made(): Promise<Uploader> {
    const [{ Uploader }, files] = await Promise.all([import("./uploading.ts"), this.#options.storage.files()]);
    return new Uploader({ ...this.#options, files });
  }
}
