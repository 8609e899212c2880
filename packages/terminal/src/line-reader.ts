import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";

/** A line without an end is cut here, so that it cannot fill the memory; no message may be this long. */
const LONGEST = 64 * 1024;

/**
 * Lines of a stream, one at a time. It holds nothing back and reads nothing before the first question, so that
 * something else (a hidden prompt) may use the stream in between.
 */
export class LineReader {
  readonly #input: Readable;
  readonly #decoder = new StringDecoder("utf8");
  readonly #lines: string[] = [];
  #rest = "";
  #hasEnded = false;
  #wake: (() => void) | null = null;

  constructor(input: Readable) {
    this.#input = input;
  }

  /** The next line without its end, or null after the last one or when `signal` aborts. */
  async next(signal?: AbortSignal): Promise<string | null> {
    while (this.#lines.length === 0) {
      if (this.#hasEnded || this.#input.destroyed || signal?.aborted) return null;
      await this.#more(signal);
    }
    return this.#lines.shift() ?? null;
  }

  #more(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      const input = this.#input;
      const wake = () => {
        input.pause();
        input.off("data", this.#take).off("end", this.#end).off("error", this.#end).off("close", this.#end);
        signal?.removeEventListener("abort", wake);
        this.#wake = null;
        resolve();
      };
      this.#wake = wake;
      signal?.addEventListener("abort", wake);
      input.on("data", this.#take).on("end", this.#end).on("error", this.#end).on("close", this.#end);
      input.resume();
    });
  }

  #take = (chunk: Buffer | string): void => {
    const text = typeof chunk === "string" ? chunk : this.#decoder.write(chunk);
    const parts = (this.#rest + text).split("\n");
    this.#rest = parts.pop() ?? "";
    for (const line of parts) this.#lines.push(line.replace(/\r$/, ""));
    if (this.#rest.length > LONGEST) {
      this.#lines.push(this.#rest);
      this.#rest = "";
    }
    if (this.#lines.length > 0) this.#wake?.();
  };

  #end = (): void => {
    const last = this.#rest + this.#decoder.end();
    this.#rest = "";
    if (!this.#hasEnded && last !== "") this.#lines.push(last.replace(/\r$/, ""));
    this.#hasEnded = true;
    this.#wake?.();
  };
}
