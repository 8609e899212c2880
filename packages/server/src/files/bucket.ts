import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import { PassThrough, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type FileId, ParleyError } from "@parley/contract";
import { Bucket, type BucketDeps } from "./bucket-requests.ts";
import type { FilePart, FileStorage } from "./storage.ts";

const parts: readonly FilePart[] = ["original", "small", "large", "poster", "info"];

/**
 * Files in a bucket of an S3-compatible storage, each part an object. `info` is put last and goes first, so that a file is
 * there as a whole or not at all; what a crash leaves behind is overwritten by the next try, or removed with the file.
 */
export function bucketStorage(deps: BucketDeps): FileStorage & { check(): Promise<void> } {
  const bucket = new Bucket(deps);
  const keyOf = (id: FileId, part: FilePart) => `${id}/${part}`;
  return {
    async check() {
      await ended(await bucket.ask({ method: "HEAD", key: null }));
    },
    async put(id, folder) {
      const names = new Set(await readdir(folder));
      for (const part of parts.filter((name) => names.has(name)))
        await put(bucket, { key: keyOf(id, part), path: join(folder, part) });
    },
    async open(id, part) {
      const key = keyOf(id, part);
      const found = await bucket.ask({ method: "HEAD", key });
      await ended(found);
      if (found.statusCode === 404) return null;
      return {
        bytes: Number(found.headers["content-length"] ?? 0),
        read: (range) => reading(bucket, { key, range }),
        close: async () => undefined,
      };
    },
    async remove(id) {
      for (const part of parts.toReversed()) await ended(await bucket.ask({ method: "DELETE", key: keyOf(id, part) }));
    },
  };
}

/** Read twice: its sum goes before it, and the storage refuses what arrives otherwise. */
async function put(bucket: Bucket, { key, path }: { key: string; path: string }): Promise<void> {
  const { size } = await stat(path);
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  const answer = await bucket.ask({
    method: "PUT",
    key,
    body: { stream: createReadStream(path), bytes: size, hash: hash.digest("hex") },
  });
  await ended(answer);
  if (answer.statusCode === 404) throw new ParleyError("unavailable", "The storage of files is not there.");
}

function reading(bucket: Bucket, { key, range }: { key: string; range: { first: number; last: number } }): Readable {
  const out = new PassThrough();
  const fetch = async () => {
    const answer = await bucket.ask({ method: "GET", key, range });
    if (answer.statusCode === 404 || Number(answer.headers["content-length"]) !== range.last - range.first + 1) {
      answer.destroy();
      throw new Error("The file changed, or is gone.");
    }
    await pipeline(answer, out);
  };
  fetch().catch((error: Error) => out.destroy(error));
  return out;
}

/** Nothing of it is wanted but that it came. */
async function ended(answer: IncomingMessage): Promise<void> {
  for await (const _ of answer);
}
