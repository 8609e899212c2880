import { type FileHandle, mkdir, open, readdir, rm, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { type FileId, ParleyError } from "@parley/contract";

/** So much of the disk is left to the database and to everybody else. */
const reservedBytes = 32 * 2 ** 20;
/** How much comes between two looks at what is left: several uploads may take the same room. */
const lookBytes = 4 * 2 ** 20;

interface Writing {
  /** Ends it where it is; fulfils when nothing is written any more. */
  stop(): Promise<void>;
}

/** A piece of an upload, as it comes. */
export interface Piece {
  readonly source: Readable;
  /** Where it begins: exactly where the last one ended. */
  readonly offset: number;
  /** Bytes of the whole. */
  readonly bytes: number;
}

/**
 * Bytes on their way in. Each upload has a folder of its own, in which `upload` grows; how far it is says its length, so
 * nothing else has to be kept, and a crash leaves nothing to mend.
 */
export class Uploads {
  readonly #root: string;
  readonly #writing = new Map<FileId, Writing>();

  constructor(root: string) {
    this.#root = root;
  }

  folderOf(id: FileId): string {
    return join(this.#root, id);
  }

  /** The bytes, as they came. */
  pathOf(id: FileId): string {
    return join(this.folderOf(id), "upload");
  }

  /** How much of it is here. */
  async offsetOf(id: FileId): Promise<number> {
    const found = await stat(this.pathOf(id)).catch(() => null);
    return found?.size ?? 0;
  }

  /** Whether all parts of the file are in its folder: `info` comes last. */
  async isWhole(id: FileId): Promise<boolean> {
    return (await stat(join(this.folderOf(id), "info")).catch(() => null)) !== null;
  }

  /** There is a file to write to, or to look at if it is to be empty. */
  async begin(id: FileId): Promise<void> {
    await mkdir(this.folderOf(id), { recursive: true, mode: 0o700 });
    await (await open(this.pathOf(id), "a", 0o600)).close();
  }

  /** Refuses what the disk has no room for, before it comes. */
  async assertRoom(bytes: number): Promise<void> {
    await mkdir(this.#root, { recursive: true, mode: 0o700 });
    const { bavail, bsize } = await statfs(this.#root);
    if (bytes > bavail * bsize - reservedBytes) throw noRoom();
  }

  /**
   * Writes a piece as it comes, and answers how far the upload is then: less than the whole piece if its source ended
   * early. Only the newest writer writes: an older one hangs on a connection that its own client has given up.
   */
  async write(id: FileId, piece: Piece): Promise<number> {
    await this.#writing.get(id)?.stop();
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const writing: Writing = {
      stop() {
        piece.source.destroy(new Error("Somebody else goes on with this upload."));
        return ended;
      },
    };
    this.#writing.set(id, writing);
    try {
      return await this.#append(id, piece);
    } finally {
      if (this.#writing.get(id) === writing) this.#writing.delete(id);
      end();
    }
  }

  /** Nothing of it stays. */
  async discard(id: FileId): Promise<void> {
    await this.#writing.get(id)?.stop();
    await rm(this.folderOf(id), { recursive: true, force: true });
  }

  /** Every upload of which there is something. */
  async list(): Promise<FileId[]> {
    return (await readdir(this.#root).catch(() => [])) as FileId[];
  }

  /** Ends all that is coming; what is here stays. */
  async stop(): Promise<void> {
    await Promise.all([...this.#writing.values()].map((writing) => writing.stop()));
  }

  async #append(id: FileId, { source, offset, bytes }: Piece): Promise<number> {
    await mkdir(this.folderOf(id), { recursive: true, mode: 0o700 });
    const file = await open(this.pathOf(id), "a", 0o600);
    try {
      const { size } = await file.stat();
      if (size !== offset)
        throw new ParleyError("conflict", `The upload goes on at byte ${size}.`, { field: "offset" });
      return await writeAll(file, source, { at: size, bytes, assertRoom: () => this.assertRoom(0) });
    } catch (error) {
      if (isFull(error)) throw noRoom();
      throw error;
    } finally {
      await file.close();
    }
  }
}

async function writeAll(
  file: FileHandle,
  source: Readable,
  { at, bytes, assertRoom }: { at: number; bytes: number; assertRoom: () => Promise<void> },
): Promise<number> {
  let written = at;
  let lookAt = at + lookBytes;
  let failure: unknown;
  const write = async (chunk: Buffer) => {
    if (written + chunk.length > bytes)
      throw new ParleyError("too_large", "More came than was said. Upload the file anew.");
    for (let done = 0; done < chunk.length; ) done += (await file.write(chunk, done)).bytesWritten;
    written += chunk.length;
    if (written < lookAt) return;
    lookAt = written + lookBytes;
    await assertRoom();
  };
  try {
    // Not ended with the loop: whoever sends is to hear why.
    for await (const chunk of source.iterator({ destroyOnReturn: false }))
      await write(chunk as Buffer).catch((error: unknown) => {
        failure = error;
        throw error;
      });
  } catch {
    // A connection that ends is no fault of the upload's: it goes on from here.
    if (failure !== undefined) throw failure;
  }
  return (await file.stat()).size;
}

/** Whether this is what the system says when a disk or a person's share of it is full. */
export function isFull(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");
}

export function noRoom(): ParleyError {
  return new ParleyError("storage_full", "The server's disk is full. Nothing of the file was kept; try again later.");
}
