import { rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FileId, SharedFile } from "@parley/contract";
import type { Step } from "../context.ts";
import { uploadLivesMs } from "../domain/files.ts";
import { syncAllIn, syncFolder } from "./durable.ts";
import type { Looker } from "./look.ts";
import { thumbnailPixels } from "./looking/facts.ts";
import type { FileStorage } from "./storage.ts";
import type { Uploads } from "./uploads.ts";

/** Smaller ones are dots that count visitors. */
const leastPixels = 24;

export interface PicturesDeps {
  readonly transact: <T>(work: (ctx: Step) => Promise<T>) => Promise<T>;
  readonly uploads: Uploads;
  readonly storage: FileStorage;
  readonly looker: Looker;
}

/** Pictures that the server itself fetched. Only a small one is kept of each, written anew; nobody's room is taken. */
export class Pictures {
  readonly #deps: PicturesDeps;

  constructor(deps: PicturesDeps) {
    this.#deps = deps;
  }

  /**
   * Keeps the picture in these bytes; null if there is none. It is removed again unless a message takes it soon, by
   * `store.takenFiles.send("*", …)`, as an upload is.
   */
  async keep(id: FileId, bytes: Uint8Array): Promise<SharedFile | null> {
    const { uploads, storage, transact } = this.#deps;
    // First what will remove it, whatever happens from here on.
    await transact(async ({ store, effects, now }) => {
      const expiresAt = now + uploadLivesMs;
      const claim = { name: "preview.webp", type: "image/webp", isVoice: false };
      await store.files.insert({ id, ownerId: "*", bytes: 0, claim, now, expiresAt });
      effects.due("files", expiresAt);
    });
    try {
      const info = await this.#prepare(id, bytes);
      if (info !== null) await storage.put(id, uploads.folderOf(id));
      const isKept =
        info !== null && (await transact(({ store, now }) => store.files.setStored(info, now + uploadLivesMs)));
      if (isKept) return info;
    } finally {
      await uploads.discard(id);
    }
    await this.drop(id);
    return null;
  }

  /** No message has it, and none will. */
  async drop(id: FileId): Promise<void> {
    await this.#deps.transact(async ({ store, effects, now }) => {
      if (await store.files.drop("*", id)) effects.due("files", now);
    });
  }

  /** All parts in the upload's own folder. */
  async #prepare(id: FileId, bytes: Uint8Array): Promise<SharedFile | null> {
    const { uploads, looker } = this.#deps;
    const folder = uploads.folderOf(id);
    await uploads.begin(id);
    await writeFile(uploads.pathOf(id), bytes, { mode: 0o600 });
    const finding = await looker.look({ path: uploads.pathOf(id), folder, isVoice: false, claimedType: "" });
    if ("refusal" in finding || finding.facts.kind !== "image") return null;
    const { width = 0, height = 0, thumbhash } = finding.facts;
    if (Math.min(width, height) < leastPixels) return null;
    for (const part of ["upload", "original", "large"]) await rm(join(folder, part), { force: true });
    const scale = Math.min(1, thumbnailPixels.small / Math.max(width, height));
    const sides = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
    const { size } = await stat(join(folder, "small"));
    const looks = { ...sides, ...(thumbhash !== undefined && { thumbhash }) };
    const info: SharedFile = { id, name: "preview.webp", type: "image/webp", size, kind: "image", ...looks };
    await writeFile(join(folder, "info.new"), JSON.stringify(info), { mode: 0o600 });
    await syncAllIn(folder);
    await rename(join(folder, "info.new"), join(folder, "info"));
    await syncFolder(folder);
    return info;
  }
}
