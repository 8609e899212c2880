import type { Readable } from "node:stream";
import type { FileId } from "@parley/contract";

/** What is kept of one file: its bytes, pictures of it, and what messages say of it (JSON). */
export type FilePart = "original" | "small" | "large" | "poster" | "info";

/** A part that was found, and is held open until it is read or closed. */
export interface OpenPart {
  readonly bytes: number;
  /** From the first to the last byte, both included. */
  read(range: { first: number; last: number }): Readable;
  close(): Promise<void>;
}

/** Where files are kept for good. Small, so that it can be something else than a folder. */
export interface FileStorage {
  /** Takes over the parts in a folder of this machine: all of them durably, or nothing. Again is no harm. */
  put(id: FileId, folder: string): Promise<void>;
  /** Null if there is no such part. */
  open(id: FileId, part: FilePart): Promise<OpenPart | null>;
  /** All parts; none is no harm. */
  remove(id: FileId): Promise<void>;
}
