import { type FileHandle, open } from "node:fs/promises";

/** Read at once: what is looked for lies close together, in many small pieces. */
const windowBytes = 64 * 1_024;
/** Written at once. */
const blankBytes = 256 * 1_024;

/** From the first byte to the one after the last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * A file that is changed where it lies: nothing in it moves, so whatever points into it still does. Reading beyond its end
 * throws a RangeError.
 */
export class Patch {
  readonly size: number;
  readonly #file: FileHandle;
  #window = { at: 0, bytes: Buffer.alloc(0) };

  private constructor(file: FileHandle, size: number) {
    this.#file = file;
    this.size = size;
  }

  static async open(path: string): Promise<Patch> {
    const file = await open(path, "r+");
    return new Patch(file, (await file.stat()).size);
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  /** So many bytes, up to 64 KiB; fewer where the file ends. */
  async read(at: number, length: number): Promise<Buffer> {
    const { at: begin, bytes } = this.#window;
    if (at >= begin && at + length <= begin + bytes.length) return bytes.subarray(at - begin, at - begin + length);
    const { buffer, bytesRead } = await this.#file.read(Buffer.alloc(windowBytes), 0, windowBytes, at);
    this.#window = { at, bytes: buffer.subarray(0, bytesRead) };
    return this.#window.bytes.subarray(0, length);
  }

  /** A number of up to eight bytes; none is larger than what is exact. */
  async number(at: number, length: number, order: "big" | "little" = "big"): Promise<number> {
    const bytes = await this.read(at, length);
    if (bytes.length < length) throw new RangeError("The file ends before.");
    if (length === 0) return 0;
    if (length <= 6) return order === "big" ? bytes.readUIntBE(0, length) : bytes.readUIntLE(0, length);
    const large = order === "big" ? bytes.readBigUInt64BE() : bytes.readBigUInt64LE();
    return Number(large > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : large);
  }

  /** Four letters or so. */
  async text(at: number, length: number): Promise<string> {
    return (await this.read(at, length)).toString("latin1");
  }

  /** Never beyond the end: what was declared keeps its length. */
  async write(at: number, bytes: Buffer): Promise<void> {
    this.#window = { at: 0, bytes: Buffer.alloc(0) };
    const fitting = bytes.subarray(0, Math.max(0, this.size - at));
    await this.#file.write(fitting, 0, fitting.length, at);
  }

  async blank({ from, to }: Stretch): Promise<void> {
    const end = Math.min(to, this.size);
    const zeros = Buffer.alloc(Math.max(0, Math.min(blankBytes, end - from)));
    for (let at = from; at < end; at += blankBytes) await this.write(at, zeros.subarray(0, end - at));
  }
}
