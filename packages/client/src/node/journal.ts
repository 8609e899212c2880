import { type FileHandle, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { OutboxItem } from "../state.ts";

type Line = { readonly put: OutboxItem } | { readonly remove: string };

interface Waiting {
  readonly line: Line;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Rewritten when it has this many lines more than items. */
const DEAD_LINES = 1_000;

/**
 * A file of lines, one per change, appended and fsynced before the change counts. Those that arrive while a write is
 * under way share the next one. A line that a crash cut off is left out when it is read.
 */
export class Journal {
  readonly path: string;
  readonly #items = new Map<string, OutboxItem>();
  #file: FileHandle | null = null;
  #lines = 0;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | null = null;
  #isClosed = false;

  constructor(path: string) {
    this.path = path;
  }

  items(): readonly OutboxItem[] {
    return [...this.#items.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
  }

  put(item: OutboxItem): Promise<void> {
    return this.#append({ put: item });
  }

  remove(key: string): Promise<void> {
    return this.#items.has(key) ? this.#append({ remove: key }) : Promise.resolve();
  }

  /** Leaves no file behind if there is nothing in it. */
  async close(): Promise<void> {
    this.#isClosed = true;
    while (this.#writing) await this.#writing;
    await this.#file?.close();
    this.#file = null;
    if (this.#items.size === 0) await rm(this.path, { force: true });
  }

  #append(line: Line): Promise<void> {
    if (this.#isClosed) return Promise.reject(new Error("The journal is closed."));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ line, resolve, reject });
      this.#writing ??= this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const now = this.#waiting;
      this.#waiting = [];
      try {
        await this.#write(now.map(({ line }) => line));
        for (const { resolve } of now) resolve();
      } catch (error) {
        for (const { reject } of now) reject(error);
      }
    }
    // In the same turn as the last look at what waits: nothing can come in between and wait for ever.
    this.#writing = null;
  }

  async #write(lines: readonly Line[]): Promise<void> {
    // Begun on a new line: what a failed write left must not swallow it.
    const text = `\n${lines.map((line) => JSON.stringify(line)).join("\n")}\n`;
    if (!this.#file) {
      this.#file = await open(this.path, "a", 0o600);
      await syncFolder(this.path);
    }
    await this.#file.appendFile(text);
    await this.#file.datasync();
    for (const line of lines) take(this.#items, line);
    this.#lines += lines.length;
    if (this.#lines - this.#items.size > DEAD_LINES) await this.#compact();
  }

  async #compact(): Promise<void> {
    const next = `${this.path}.next`;
    const file = await open(next, "w", 0o600);
    await file.appendFile(
      this.items()
        .map((item) => `${JSON.stringify({ put: item })}\n`)
        .join(""),
    );
    await file.datasync();
    await file.close();
    await rename(next, this.path);
    await syncFolder(this.path);
    await this.#file?.close();
    this.#file = await open(this.path, "a", 0o600);
    this.#lines = this.#items.size;
  }
}

/** The items of a journal that nobody writes any more. */
export async function readJournal(path: string): Promise<readonly OutboxItem[]> {
  const items = new Map<string, OutboxItem>();
  for (const text of (await readFile(path, "utf8")).split("\n")) {
    const line = parsed(text);
    if (line) take(items, line);
  }
  return [...items.values()];
}

function take(items: Map<string, OutboxItem>, line: Line): void {
  if ("put" in line) items.set(line.put.key, line.put);
  else items.delete(line.remove);
}

function parsed(text: string): Line | null {
  try {
    const line: unknown = JSON.parse(text);
    const isLine = typeof line === "object" && line !== null && ("put" in line || "remove" in line);
    return isLine ? (line as Line) : null;
  } catch {
    return null;
  }
}

/** So that the file's name survives a power cut as well as its content. Not every system has this. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(dirname(path), "r").catch(() => null);
  await folder?.sync().catch(() => {});
  await folder?.close();
}
