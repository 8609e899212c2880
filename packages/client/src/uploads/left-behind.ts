import type { FileId } from "@parley/contract";
import { hasItsFiles } from "../outbox/lanes.ts";
import type { OutboxItem } from "../state.ts";
import type { UploaderOptions } from "./options.ts";

/** What is younger may belong to a message that another tab is just writing down. */
const SWEPT_AFTER_MS = 60 * 60_000;

/** Cleans up: the bytes of what is sent or given up, and what the server holds of the latter. */
export class LeftBehind {
  readonly #options: UploaderOptions;
  /** Files of the outbox, and whether their message was ready to go when it was last seen. */
  #known: ReadonlyMap<FileId, boolean> = new Map();
  readonly #begun = new Set<FileId>();

  constructor(options: UploaderOptions) {
    this.#options = options;
  }

  look(outbox: readonly OutboxItem[]): void {
    const now = new Map<FileId, boolean>();
    for (const item of outbox) {
      const isGoing = hasItsFiles(item) && item.status !== "failed";
      for (const { id } of item.files ?? []) now.set(id, isGoing);
    }
    for (const [id, wasGoing] of this.#known) {
      if (now.has(id)) continue;
      this.#begun.delete(id);
      void this.#drop(id, !wasGoing);
    }
    this.#known = now;
  }

  /** Whether some of it may be at the server: this is not its first attempt, or there was one before this client began. */
  mayBeBegun(id: FileId): boolean {
    return this.#begun.has(id) || madeAt(id) < this.#options.startedAt;
  }

  begin(id: FileId): void {
    this.#begun.add(id);
  }

  /** What a crash between two steps left on this device. */
  async sweep(): Promise<void> {
    const { files, store, clock } = this.#options;
    const found = await files.list().catch(() => []);
    const wanted = new Set(store.outbox.flatMap((item) => item.files?.map(({ id }) => id) ?? []));
    for (const id of found) {
      if (!wanted.has(id) && clock() - madeAt(id) > SWEPT_AFTER_MS) await files.remove(id).catch(() => {});
    }
  }

  async #drop(id: FileId, isUnsent: boolean): Promise<void> {
    const { files, link } = this.#options;
    await files.remove(id).catch(() => {});
    // If it does not arrive, the server drops what is never sent by itself.
    if (isUnsent) await link.request("file:delete", { id }).catch(() => {});
  }
}

/** A UUIDv7 begins with the moment at which it was made. */
function madeAt(id: FileId): number {
  return Number.parseInt(id.replace("-", "").slice(0, 12), 16);
}
