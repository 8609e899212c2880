import type { Link } from "../connection.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { ClientStorage, FileStorage } from "../storage.ts";
import type { Store } from "../store.ts";

export interface UploadsOptions {
  store: Store;
  outbox: Pick<Outbox, "change" | "refuse">;
  link: Link;
  server: { url: string; token: string | undefined };
  storage: Pick<ClientStorage, "files">;
  clock: () => number;
  random: () => number;
}

export interface UploaderOptions extends UploadsOptions {
  files: FileStorage;
  /** When this client began, epoch ms: what is older may have been begun by another. */
  startedAt: number;
}
