import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { dateAt } from "./clock.ts";

/** One file of an archive; its content is asked for when its turn comes. */
export interface ZipEntry {
  readonly path: string;
  content(): AsyncIterable<string | Uint8Array>;
}

/**
 * Writes a new file that only its owner may read, one entry after another, with no more of it in memory than a few
 * pieces. Fulfils with its length once it is on the disk. What stays of it after a failure is the caller's to remove;
 * nothing is read any more by then.
 */
export async function writeZip(
  path: string,
  entries: readonly ZipEntry[],
  { now, signal }: { now: number; signal: AbortSignal },
): Promise<number> {
  // Few ask for an archive: not for them is what it takes loaded at each start.
  const { ZipFile } = await import("yazl");
  const zip = new ZipFile();
  const mtime = dateAt(now);
  const output = zip.outputStream as Readable;
  const opened: Readable[] = [];
  for (const entry of entries) {
    zip.addReadStreamLazy(entry.path, { mtime, mode: 0o100_600 }, (give) => {
      const source = Readable.from(bytesOf(entry), { objectMode: false });
      opened[0] = source;
      // A pipe does not pass on what goes wrong at its beginning.
      source.once("error", (error) => output.destroy(error));
      give(null, source);
    });
  }
  zip.end();
  const file = createWriteStream(path, { flags: "wx", mode: 0o600, flush: true });
  try {
    await pipeline(output, file, { signal });
  } catch (error) {
    await closed(opened[0]);
    throw error;
  }
  return file.bytesWritten;
}

async function* bytesOf(entry: ZipEntry): AsyncGenerator<Uint8Array> {
  for await (const piece of entry.content()) {
    const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
    // An empty piece would be taken for a pause.
    if (bytes.length > 0) yield bytes;
  }
}

async function closed(source: Readable | undefined): Promise<void> {
  if (source === undefined || source.closed) return;
  const close = once(source, "close").catch(() => undefined);
  source.destroy();
  await close;
}
