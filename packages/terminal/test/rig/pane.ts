import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { expect, onTestFinished } from "vitest";
import { password, type TestServer } from "./server.ts";
import { main } from "./terminal.ts";

const run = promisify(execFile);

export interface PaneOptions {
  readonly server: TestServer;
  readonly args: readonly string[];
  readonly columns?: number;
  readonly rows?: number;
  /** Whether PARLEY_PASSWORD is set; it is unless this is false. */
  readonly hasPassword?: boolean;
}

/** One `parley-chat` under a pseudo-terminal: tmux gives it one, types into it, and says what is on its screen. It ends with the test. */
export class Pane {
  readonly #socket = `parley-${randomBytes(6).toString("hex")}`;

  static async open({ server, args, columns = 80, rows = 24, hasPassword = true }: PaneOptions): Promise<Pane> {
    const pane = new Pane();
    onTestFinished(async () => {
      await pane.#tmux("kill-server").catch(() => undefined);
    });
    const command = [process.execPath, main, "--server", server.url, ...args];
    const folders = { XDG_CONFIG_HOME: server.folder, XDG_CACHE_HOME: server.folder };
    const environment = { PARLEY_PASSWORD: hasPassword ? password : "", ...folders, LC_ALL: "C.UTF-8", TZ: "UTC" };
    const settings = Object.entries(environment).flatMap(([name, value]) => ["-e", `${name}=${value}`]);
    const shell = `${command.map((word) => `'${word}'`).join(" ")}; echo "ended with $?"; exec cat`;
    const size = ["-x", String(columns), "-y", String(rows)];
    await pane.#tmux("-f", "/dev/null", "new-session", "-d", ...size, ...settings, shell);
    return pane;
  }

  /** Keys by their names in tmux: `Enter`, `C-c`, `M-Up`, `PPage`. */
  async press(...keys: string[]): Promise<void> {
    await this.#tmux("send-keys", ...keys);
  }

  async type(text: string): Promise<void> {
    await this.#tmux("send-keys", "-l", text);
  }

  /** As a terminal with bracketed paste would. */
  async paste(text: string): Promise<void> {
    await this.#tmux("set-buffer", text);
    await this.#tmux("paste-buffer", "-p", "-r");
  }

  async resize(columns: number, rows: number): Promise<void> {
    await this.#tmux("resize-window", "-x", String(columns), "-y", String(rows));
  }

  async screen(): Promise<string> {
    const { stdout } = await this.#tmux("capture-pane", "-p");
    return stdout;
  }

  async cursor(): Promise<string> {
    const { stdout } = await this.#tmux("display-message", "-p", "#{cursor_x},#{cursor_y}");
    return stdout.trim();
  }

  async shows(text: string | RegExp): Promise<void> {
    await expect.poll(() => this.screen(), { timeout: 30_000, interval: 50 }).toMatch(text);
  }

  async showsNo(text: string | RegExp): Promise<void> {
    await expect.poll(() => this.screen(), { timeout: 30_000, interval: 50 }).not.toMatch(text);
  }

  #tmux(...args: string[]) {
    return run("tmux", ["-L", this.#socket, ...args]);
  }
}
