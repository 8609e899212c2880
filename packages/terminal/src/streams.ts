import type { Readable, Writable } from "node:stream";
import type { PictureSurroundings } from "./pictures/way.ts";

/** Where a run reads and writes; the process's own streams in `main.ts`. */
export interface Streams {
  readonly input: Readable & { readonly isTTY?: boolean; setRawMode?(isRaw: boolean): unknown };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number; readonly rows?: number };
  readonly errors: Writable;
}

/** Everything that a run is given from outside. */
export interface Surroundings extends Streams {
  /** PARLEY_PASSWORD, if it is set. */
  readonly password: string | null;
  /** PARLEY_CODE, if it is set: the second factor. */
  readonly code: string | null;
  readonly pictures: PictureSurroundings;
  /** The profile to use where `--profile` does not say. */
  readonly defaultProfile: string;
  /** Aborted when the person or the system wants the program gone: SIGINT, SIGTERM, a closed pipe. */
  readonly signal: AbortSignal;
}

/** Writes a line; waits when the reader is slow, so that nothing piles up in memory. */
export async function writeLine(to: Writable, line: string): Promise<void> {
  if (to.destroyed || to.write(`${line}\n`)) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      to.off("drain", done).off("close", done).off("error", done);
      resolve();
    };
    to.on("drain", done).on("close", done).on("error", done);
  });
}
