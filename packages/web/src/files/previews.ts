import type { ParleyClient } from "@parley/client";
import type { FileId } from "@parley/contract";

const KEPT = 60;

/** What was chosen on this device is shown from here, before and after it is at the server. */
class Previews {
  readonly #urls = new Map<FileId, string>();

  get(id: FileId): string | undefined {
    return this.#urls.get(id);
  }

  add(id: FileId, bytes: Blob): string {
    const known = this.#urls.get(id);
    if (known !== undefined) return known;
    const url = URL.createObjectURL(bytes);
    this.#urls.set(id, url);
    const [oldest] = this.#urls.keys();
    if (this.#urls.size > KEPT && oldest !== undefined) this.drop(oldest);
    return url;
  }

  drop(id: FileId): void {
    const url = this.#urls.get(id);
    if (url !== undefined) URL.revokeObjectURL(url);
    this.#urls.delete(id);
  }
}

// One for each client, and gone with it.
const all = new WeakMap<ParleyClient, Previews>();

export function previewsOf(client: ParleyClient): Previews {
  const known = all.get(client);
  if (known) return known;
  const made = new Previews();
  all.set(client, made);
  return made;
}
