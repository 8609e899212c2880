import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { password, type TestServer } from "./server.ts";

export const main = join(import.meta.dirname, "../../src/main.ts");

/** One `parley-chat` in a process of its own, with pipes for its streams. It ends with the test. */
export class Terminal {
  readonly #child: ChildProcess;
  readonly #exited: Promise<number | null>;
  #output = "";
  #errors = "";

  constructor(server: TestServer, args: readonly string[], environment: Record<string, string> = {}) {
    const child = spawn(process.execPath, [main, "--server", server.url, ...args], {
      env: {
        ...process.env,
        PARLEY_PASSWORD: password,
        XDG_CONFIG_HOME: server.folder,
        XDG_CACHE_HOME: server.folder,
        ...environment,
      },
      stdio: ["pipe", "pipe", "pipe"],
    });
    child.stdout.on("data", (chunk: Buffer) => {
      this.#output += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      this.#errors += chunk.toString();
    });
    child.stdin.on("error", () => undefined);
    this.#child = child;
    this.#exited = once(child, "close").then(([code]) => code as number | null);
    onTestFinished(async () => {
      child.kill("SIGKILL");
      await this.#exited;
    });
  }

  get output(): string {
    return this.#output;
  }

  get errors(): string {
    return this.#errors;
  }

  get lines(): string[] {
    return this.#output.split("\n").filter((line) => line !== "");
  }

  get json(): unknown[] {
    return this.lines.map((line) => JSON.parse(line));
  }

  type(line: string): void {
    this.#child.stdin?.write(`${line}\n`);
  }

  endInput(text = ""): void {
    this.#child.stdin?.end(text);
  }

  /** Closes our end of its standard output, as `head` does. */
  closeOutput(): void {
    this.#child.stdout?.destroy();
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  async shows(line: string): Promise<void> {
    await expect.poll(() => this.lines, { timeout: 30_000, interval: 20 }).toContain(line);
  }

  async complains(text: string | RegExp): Promise<void> {
    await expect.poll(() => this.#errors, { timeout: 30_000, interval: 20 }).toMatch(text);
  }

  /** The exit code. */
  async ends(): Promise<number | null> {
    return await this.#exited;
  }
}
