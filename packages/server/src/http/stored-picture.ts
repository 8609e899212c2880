import { errorCodes, type FileId, ParleyError, type WireError } from "@parley/contract";
import type { FastifyReply } from "fastify";
import type { HttpDeps } from "./deps.ts";

/** Of a picture that never changes: only whoever may see it keeps it. */
export const pictureHeaders = {
  "content-type": "image/webp",
  "content-disposition": "inline",
  "cache-control": "private, max-age=31536000, immutable",
  "content-security-policy": "default-src 'none'; sandbox",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
} as const;

/** Which of a picture: as it is, moving if it moves; standing still; or that, small. */
export type PictureLook = "whole" | "still" | "small";

const parts = { whole: "original", still: "large", small: "small" } as const;

/** What is sent of a picture that was written anew for its use (files/looking/drawn.ts). */
export interface StoredPicture {
  readonly id: FileId;
  readonly look: PictureLook;
  /** What is said when it is there no more. */
  readonly nothing: WireError;
}

/** Sends one. Who may see it was decided. */
export async function sendStored(
  { files }: HttpDeps,
  reply: FastifyReply,
  { id, look, nothing }: StoredPicture,
): Promise<FastifyReply> {
  const open = await files.storage.open(id, parts[look]).catch((error: unknown) => {
    if (error instanceof ParleyError) return error;
    throw error;
  });
  if (open === null) return refuse(reply, nothing);
  if (open instanceof ParleyError) return refuse(reply, open.toWire());
  reply.headers({ ...pictureHeaders, "content-length": open.bytes });
  return reply.send(open.read({ first: 0, last: open.bytes - 1 }));
}

export function refuse(reply: FastifyReply, error: WireError): FastifyReply {
  return reply.code(errorCodes[error.code].status).header("cache-control", "no-store").send({ ok: false, error });
}
