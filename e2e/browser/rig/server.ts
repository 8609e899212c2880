import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { request } from "@parley/client";
import { newId } from "@parley/contract";
import { type Running, run } from "../../proof/rig/processes.ts";

export const password = "correct horse battery";

/** The real server on a free port, in a temporary folder. It can be killed and comes back with the same data. */
export class TestServer {
  readonly #folder = mkdtempSync(join(tmpdir(), "parley-e2e-"));
  #running: Running | null = null;
  #port = 0;
  readonly setupToken = "set-up-token-of-the-browser-tests";

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get setupLink(): string {
    return `${this.url}/setup#${this.setupToken}`;
  }

  async start(): Promise<void> {
    const running = run({
      command: process.execPath,
      args: ["packages/server/src/main.ts"],
      cwd: join(import.meta.dirname, "../../.."),
      env: {
        PARLEY_PORT: String(this.#port),
        PARLEY_HOST: "127.0.0.1",
        PARLEY_URL: "",
        PARLEY_DATA: this.#folder,
        PARLEY_SETUP_TOKEN: this.setupToken,
        PARLEY_LIMITERS: "off",
        PARLEY_REGISTRATION: "open",
        PARLEY_LOG: "error",
      },
    });
    this.#running = running;
    const [, port] = await running.says(/Parley listens on http:\/\/127\.0\.0\.1:(\d+)/);
    this.#port = Number(port);
  }

  async kill(): Promise<void> {
    await this.#running?.end("SIGKILL");
  }

  async stop(): Promise<void> {
    await this.#running?.end("SIGTERM");
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** As if so much more time had passed for every message that is to disappear. The server is away meanwhile. */
  async age(byMs: number): Promise<void> {
    await this.#running?.end("SIGTERM");
    const database = new DatabaseSync(join(this.#folder, "parley.db"));
    database.prepare("update messages set expires_at = expires_at - ?").run(byMs);
    database.close();
    await this.start();
  }

  /** The owner's account, without a browser. */
  async setUp(username: string): Promise<void> {
    const account = { token: this.setupToken, username, password, serverName: "Harbour" };
    await request({ url: this.url }, "server:setup", account);
  }

  async join(username: string): Promise<void> {
    await request({ url: this.url }, "account:create", { username, password });
  }

  /** What this person says in the lobby from some other device. */
  async say(username: string, texts: readonly string[]): Promise<void> {
    const { device, room } = await this.#elsewhere(username);
    for (const body of texts) await request(device, "message:send", { id: newId(Date.now()), roomId: room.id, body });
  }

  /** A link that leads into the lobby. */
  async invite(username: string): Promise<string> {
    const { device, room } = await this.#elsewhere(username);
    const { code } = await request(device, "invitation:create", { roomId: room.id });
    return `${this.url}/join#${code}`;
  }

  /** What the server holds as the last message of the lobby. */
  async lastBody(username: string): Promise<string | undefined> {
    return (await this.#elsewhere(username)).lastMessage?.body;
  }

  /** Another device of this person, and the lobby as they see it. */
  async #elsewhere(username: string) {
    const { token = "" } = await request({ url: this.url }, "session:create", { username, password });
    const device = { url: this.url, token };
    const { rooms } = await request(device, "sync:open", {});
    const lobby = rooms.find(({ room }) => room.isLobby);
    if (lobby === undefined) throw new Error("There is no lobby.");
    return { device, ...lobby };
  }
}
