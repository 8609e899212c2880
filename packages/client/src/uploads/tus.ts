import { errorCodes, ParleyError, type PictureUse, type SharedFile, type WireError } from "@parley/contract";
import { errorOf } from "../errors.ts";
import type { UploadsOptions } from "./options.ts";

const tus = { "tus-resumable": "1.0.0" };
const FIRST_CHUNK = 256 * 1024;
const SMALLEST_CHUNK = 64 * 1024;
const LARGEST_CHUNK = 8 * 1024 * 1024;
/** So long a chunk should take: what is shown moves, and little is lost when the connection goes. */
const CHUNK_MS = 700;

export interface TusOptions {
  server: UploadsOptions["server"];
  file: SharedFile;
  /** What it is meant for, if not for a message. */
  use?: PictureUse;
  bytes: Blob;
  /** Some of it may be at the server already. */
  isBegun: boolean;
  signal: AbortSignal;
  clock: () => number;
  onProgress(sentBytes: number, bytesPerSecond: number | null): void;
}

/** Uploads one file by tus 1.0 (https://tus.io/protocols/resumable-upload), from where an earlier attempt stopped. */
export async function upload(options: TusOptions): Promise<void> {
  const { bytes, clock, onProgress } = options;
  let offset = options.isBegun ? await offsetOf(options) : null;
  offset ??= await create(options);
  onProgress(offset, null);
  let chunk = FIRST_CHUNK;
  // A file that is there whole may still have to be looked at: the server answers an empty piece when it has.
  do {
    const piece = await read(bytes.slice(offset, offset + chunk));
    const startedAt = clock();
    offset = await append(options, offset, piece);
    const tookMs = Math.max(1, clock() - startedAt);
    onProgress(offset, (piece.byteLength / tookMs) * 1_000);
    const fitting = (piece.byteLength / tookMs) * CHUNK_MS;
    chunk = Math.round(Math.min(LARGEST_CHUNK, chunk * 2, Math.max(SMALLEST_CHUNK, fitting)));
  } while (offset < bytes.size);
}

/** Null when the server knows of no such upload. */
async function offsetOf(options: TusOptions): Promise<number | null> {
  const response = await ask(options, { method: "HEAD" });
  if (response.status === 404 || response.status === 410) return null;
  if (!response.ok) throw await refusal(response);
  return numberIn(response, "upload-offset");
}

async function create(options: TusOptions): Promise<number> {
  const { file, bytes, use } = options;
  const { width, height, durationMs } = file;
  const said = { durationMs: durationMs?.toString(), width: width?.toString(), height: height?.toString() };
  const voice = file.kind === "voice" && { voice: "true", peaks: file.peaks };
  const headers = {
    "upload-length": String(bytes.size),
    "upload-metadata": encoded({ id: file.id, filename: file.name, filetype: file.type, use, ...said, ...voice }),
  };
  const response = await ask(options, { method: "POST", headers });
  if (!response.ok) throw await refusal(response);
  return 0;
}

async function append(options: TusOptions, offset: number, body: ArrayBuffer): Promise<number> {
  const headers = { "upload-offset": String(offset), "content-type": "application/offset+octet-stream" };
  const response = await ask(options, { method: "PATCH", headers, body });
  // It has more or less of it than we thought, or another tab writes: asked anew we shall agree.
  if (response.status === 409 || response.status === 423)
    throw new ParleyError("unavailable", "The upload goes on soon.");
  if (!response.ok) throw await refusal(response);
  return numberIn(response, "upload-offset");
}

async function ask({ server, file, signal }: TusOptions, { headers, ...init }: RequestInit & { method: string }) {
  const url = `${server.url.replace(/\/$/, "")}/uploads${init.method === "POST" ? "" : `/${file.id}`}`;
  const own = server.token === undefined ? tus : { ...tus, authorization: `Bearer ${server.token}` };
  const request = { ...init, headers: { ...own, ...headers }, credentials: "same-origin", signal } as const;
  try {
    return await fetch(url, request);
  } catch {
    throw new ParleyError("unavailable", "The server cannot be reached.");
  }
}

/** A file that was changed or taken away since it was chosen cannot be read any more. */
async function read(piece: Blob): Promise<ArrayBuffer> {
  try {
    return await piece.arrayBuffer();
  } catch {
    throw new ParleyError("not_found", "The file cannot be read any more. Choose it again.");
  }
}

function numberIn(response: Response, header: string): number {
  const value = Number(response.headers.get(header) ?? Number.NaN);
  if (Number.isSafeInteger(value)) return value;
  throw new ParleyError("internal", "The server does not say how much of the file it has.");
}

/** Pairs of a key and its value in base64, as tus wants them. */
function encoded(metadata: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(metadata).flatMap(([key, value]) => (value ? [`${key} ${base64(value)}`] : []));
  return pairs.join(",");
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** What the server said, in our words or, where a proxy answered, in those of HTTP. */
async function refusal(response: Response): Promise<ParleyError> {
  const reply: { error?: WireError } | null = await response.json().catch(() => null);
  if (reply?.error && Object.hasOwn(errorCodes, reply.error.code)) return errorOf(reply.error);
  const { status } = response;
  if (status === 413) return new ParleyError("too_large", "The file is too large.");
  const known = Object.entries(errorCodes).find(([, code]) => code.status === status);
  const code = known ? (known[0] as WireError["code"]) : status >= 500 ? "unavailable" : "invalid";
  return new ParleyError(code, `The server refused the file (${status}).`);
}
