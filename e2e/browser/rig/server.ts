import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { request } from "@parley/client";
import { newId, type RoomId } from "@parley/contract";
import { type Running, run } from "../../proof/rig/processes.ts";

export const password = "correct horse battery";

/** Of the server, by the names of its environment. */
type Settings = Readonly<Record<string, string>>;

export interface Company {
  readonly owner: string;
  readonly moderator: string;
  readonly member: string;
}

/** The real server on a free port, in a temporary folder. It can be killed and comes back with the same data. */
export class TestServer {
  readonly #folder = mkdtempSync(join(tmpdir(), "parley-e2e-"));
  readonly #settings: Settings;
  #running: Running | null = null;
  #port = 0;
  readonly setupToken = "set-up-token-of-the-browser-tests";

  constructor(settings: Settings = {}) {
    this.#settings = settings;
  }

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
        ...this.#settings,
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

  /** Changes what is stored, while the server is away. Gets the path of the database. */
  async rewrite(change: (database: string) => void): Promise<void> {
    await this.#running?.end("SIGTERM");
    change(join(this.#folder, "parley.db"));
    await this.start();
  }

  /** As if so much more time had passed for every message that is to disappear. The server is away meanwhile. */
  async age(byMs: number): Promise<void> {
    await this.rewrite((path) => {
      const database = new DatabaseSync(path);
      database.prepare("update messages set expires_at = expires_at - ?").run(byMs);
      database.close();
    });
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

  /** What this person answers in the thread of a message of the lobby. */
  async answer(username: string, seq: number, body: string): Promise<void> {
    const { device, room } = await this.#elsewhere(username);
    const { room: thread } = await request(device, "thread:open", { roomId: room.id, seq });
    await request(device, "message:send", { id: newId(Date.now()), roomId: thread.id, body });
  }

  async setLanguage(username: string, language: string): Promise<void> {
    await request((await this.#elsewhere(username)).device, "settings:change", { language });
  }

  /** A link that leads into a room; into the lobby, unless another is named. */
  async invite(username: string, roomId?: RoomId): Promise<string> {
    const { device, room } = await this.#elsewhere(username);
    const { code } = await request(device, "invitation:create", { roomId: roomId ?? room.id });
    return `${this.url}/join#${code}`;
  }

  /** A public room with an owner, a moderator and a member. */
  async makeRoom(name: string, { owner, moderator, member }: Company): Promise<RoomId> {
    const { device } = await this.#elsewhere(owner);
    const roomId = newId<RoomId>(Date.now());
    await request(device, "room:create", { id: roomId, kind: "public", name });
    for (const username of [moderator, member]) {
      const { device: theirs, me } = await this.#elsewhere(username);
      await request(theirs, "room:join", { roomId });
      if (username === moderator) await request(device, "member:change", { roomId, userId: me.id, role: "moderator" });
    }
    return roomId;
  }

  /** What the server holds as the last message of the lobby. */
  async lastBody(username: string): Promise<string | undefined> {
    return (await this.#elsewhere(username)).lastMessage?.body;
  }

  /** Another device of this person, and the lobby as they see it. */
  async #elsewhere(username: string) {
    const { token = "" } = await request({ url: this.url }, "session:create", { username, password });
    const device = { url: this.url, token };
    const { rooms, me } = await request(device, "sync:open", {});
    const lobby = rooms.find(({ room }) => room.isLobby);
    if (lobby === undefined) throw new Error("There is no lobby.");
    return { device, me, ...lobby };
  }
}
