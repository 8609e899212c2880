import type { IncomingMessage } from "node:http";
import { pipeline, type Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { OutboundError } from "./outbound-error.ts";

const unpackers: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Everything that {@link bodyOf} can unpack. */
export const acceptedEncodings = "gzip, deflate, br";

/**
 * The bytes of an answer, unpacked, of which no more is taken than `most`, as it came and as it is. `cut`: what is
 * longer ends there; else it is refused.
 */
export async function bodyOf(response: IncomingMessage, most: number, overflow: "cut" | "refuse"): Promise<Buffer> {
  const declared = Number(response.headers["content-length"] ?? 0);
  if (overflow === "refuse" && declared > most) throw new OutboundError("too-large");
  const pieces: Buffer[] = [];
  let [came, taken] = [0, 0];
  const source = unpacked(response);
  response.on("data", (piece: Buffer) => {
    came += piece.length;
    if (came > most) response.destroy(new OutboundError("too-large"));
  });
  try {
    for await (const piece of source) {
      pieces.push(piece as Buffer);
      taken += (piece as Buffer).length;
      if (taken > most) throw new OutboundError("too-large");
    }
  } catch (error) {
    const isLonger = came > most || taken > most;
    if (!isLonger) throw error;
    if (overflow === "refuse") throw new OutboundError("too-large");
  } finally {
    response.destroy();
  }
  return Buffer.concat(pieces).subarray(0, most);
}

function unpacked(response: IncomingMessage): Readable {
  const encoding = (response.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  if (encoding === "identity" || encoding === "") return response;
  const unpacker = Object.hasOwn(unpackers, encoding) ? unpackers[encoding] : undefined;
  // Packed several times over is nothing that anybody does in good faith.
  if (unpacker === undefined) throw new OutboundError("encoding");
  // What fails is told by the last of the two.
  return pipeline(response, unpacker(), () => undefined) as unknown as Readable;
}
