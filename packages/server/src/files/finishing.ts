import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { type FileId, ParleyError, type SharedFile } from "@parley/contract";
import type { Step } from "../context.ts";
import { unsentLivesMs, uploadLivesMs } from "../domain/files.ts";
import type { KeptFile } from "../store/files.ts";
import type { Reader } from "../store/store.ts";
import { syncAllIn, syncFolder } from "./durable.ts";
import type { Looker } from "./look.ts";
import type { Facts } from "./looking/facts.ts";
import type { FileStorage } from "./storage.ts";
import { isFull, noRoom, type Uploads } from "./uploads.ts";

export interface FinishingDeps {
  readonly reader: Reader;
  readonly transact: <T>(work: (ctx: Step) => Promise<T>) => Promise<T>;
  readonly uploads: Uploads;
  readonly storage: FileStorage;
  readonly looker: Looker;
}

/**
 * Makes a file of an upload whose bytes are all here: looked at, on the disk, in its place, and only then in the database
 * (delivery.md R33). Each step can be taken again, so that a crash between any two is followed by the rest when its client
 * asks next. What cannot be made a file is dropped.
 */
export class Finishing {
  readonly #deps: FinishingDeps;
  readonly #underWay = new Map<FileId, Promise<void>>();

  constructor(deps: FinishingDeps) {
    this.#deps = deps;
  }

  /** How far an upload is. One that is all here is finished first: its client may never have heard that it was. */
  async offsetOf(id: FileId, bytes: number): Promise<number> {
    const { uploads } = this.#deps;
    const offset = await uploads.offsetOf(id);
    if (offset < bytes && !(await uploads.isWhole(id)) && (await this.#placed(id)) === null) return offset;
    await this.finish(id);
    return bytes;
  }

  /** Fulfils when it is stored. Of several who ask at once, all wait for the same. */
  finish(id: FileId): Promise<void> {
    const known = this.#underWay.get(id);
    if (known !== undefined) return known;
    const finishing = this.#finish(id).finally(() => this.#underWay.delete(id));
    this.#underWay.set(id, finishing);
    return finishing;
  }

  /** Fulfils when nothing is under way any more. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.#underWay.values());
  }

  /** More of it comes: it is not abandoned. */
  async keep(id: FileId): Promise<void> {
    await this.#deps.transact(({ store, now }) => store.files.keep(id, now + uploadLivesMs));
  }

  /** Nothing of it stays, and what it took is free again. */
  async drop({ id, ownerId }: Pick<KeptFile, "id" | "ownerId">): Promise<void> {
    // First, as on a full disk there would be no room to write down that it is dropped.
    await this.#deps.uploads.discard(id);
    await this.#deps.transact(async ({ store, effects, now }) => {
      if (await store.files.dropIncoming(ownerId, id)) effects.due("files", now);
    });
  }

  async #finish(id: FileId): Promise<void> {
    const { reader, uploads } = this.#deps;
    const kept = await reader.files.find(id);
    if (kept === undefined || kept.state === "gone") throw noUpload();
    if (kept.state !== "incoming") return;
    try {
      await this.#note((await this.#placed(id)) ?? (await this.#place(kept)));
    } catch (error) {
      if (isFinal(error)) await this.drop(kept);
      throw isFull(error) ? noRoom() : error;
    }
    await uploads.discard(id);
  }

  async #place(kept: KeptFile): Promise<SharedFile> {
    const { uploads, storage } = this.#deps;
    const folder = uploads.folderOf(kept.id);
    if (!(await uploads.isWhole(kept.id))) await this.#makeWhole(kept);
    const info = JSON.parse(await readFile(join(folder, "info"), "utf8")) as SharedFile;
    await rm(uploads.pathOf(kept.id), { force: true });
    await storage.put(kept.id, folder);
    return info;
  }

  /** Puts all parts into the upload's own folder; with `info`, written last, they are whole. */
  async #makeWhole(kept: KeptFile): Promise<void> {
    const { uploads } = this.#deps;
    const folder = uploads.folderOf(kept.id);
    const facts = await this.#lookAt(kept);
    const isAsItCame = facts.kind !== "image";
    const { size } = await stat(isAsItCame ? uploads.pathOf(kept.id) : join(folder, "original"));
    await writeFile(join(folder, "info.new"), JSON.stringify(infoOf(kept, facts, size)), { mode: 0o600 });
    await syncAllIn(folder);
    if (isAsItCame) await rename(uploads.pathOf(kept.id), join(folder, "original"));
    await rename(join(folder, "info.new"), join(folder, "info"));
    await syncFolder(folder);
  }

  async #lookAt({ id, claim }: KeptFile): Promise<Facts> {
    const { uploads, looker } = this.#deps;
    await uploads.begin(id);
    const { isVoice, use, type: claimedType } = claim;
    const subject = { path: uploads.pathOf(id), folder: uploads.folderOf(id), isVoice, use, claimedType };
    const finding = await looker.look(subject);
    if ("refusal" in finding) throw new ParleyError("invalid", finding.refusal);
    return finding.facts;
  }

  /** What was stored before a crash that came before the database knew. */
  async #placed(id: FileId): Promise<SharedFile | null> {
    const part = await this.#deps.storage.open(id, "info");
    return part === null ? null : ((await json(part.read({ first: 0, last: part.bytes - 1 }))) as SharedFile);
  }

  async #note(info: SharedFile): Promise<void> {
    const { transact } = this.#deps;
    const isWanted = await transact(async ({ store, effects, now }) => {
      const expiresAt = now + unsentLivesMs;
      effects.due("files", expiresAt);
      return store.files.setStored(info, expiresAt);
    });
    if (isWanted) return;
    // It was dropped meanwhile, perhaps after the job had looked for what there is of it.
    await this.#deps.storage.remove(info.id);
    throw noUpload();
  }
}

/** A storage that is away is no fault of the file's: it is finished when its client asks next. */
function isFinal(error: unknown): boolean {
  return error instanceof ParleyError ? error.code !== "unavailable" : isFull(error);
}

/** What messages say of it. */
function infoOf({ id, claim }: KeptFile, facts: Facts, size: number): SharedFile {
  const { peaks, durationMs, width, height } = claim;
  const isHeard = facts.kind !== "image" && facts.kind !== "file";
  return {
    id,
    name: claim.name,
    size,
    // What was found in the bytes is believed before what was said of them.
    ...(isHeard && durationMs !== undefined && { durationMs }),
    ...(facts.kind === "video" && width !== undefined && height !== undefined && { width, height }),
    ...facts,
    ...(facts.kind === "voice" && peaks !== undefined && { peaks }),
  };
}

function noUpload(): ParleyError {
  return new ParleyError("not_found", "There is no such upload.");
}
