import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type HttpServer, request } from "@parley/client";
import { type Input, type Message, newId, type RoomId, type SessionBegun } from "@parley/contract";

const main = join(import.meta.dirname, "../../../server/src/main.ts");
const setupToken = "setup-token-of-the-tests";
export const password = "correct horse battery";

/** A real server in its own process, on a free port, with its data in a temporary folder; set up by "Olga". */
export interface TestServer {
  readonly url: string;
  /** Where profiles of terminals may be kept; removed with the server. */
  readonly folder: string;
  readonly owner: HttpServer;
  /** Makes an account over HTTP. */
  register(username: string): Promise<HttpServer & { readonly begun: SessionBegun }>;
  /** The process dies at once. */
  kill(): Promise<void>;
  /** Another one takes its place, on the same port with the same data. */
  revive(): Promise<void>;
  stop(): Promise<void>;
}

export async function startServer(): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), "parley-terminal-"));
  let running = await launch(folder, "0");
  const { url } = running;
  const credentials = { password, hold: "token", device: "test" } as const;
  const setup: Input<"server:setup"> = { token: setupToken, username: "Olga", registration: "open", ...credentials };
  const { token } = await request({ url }, "server:setup", setup).catch(async (error: unknown) => {
    await running.end("SIGKILL");
    throw error;
  });
  return {
    url,
    folder,
    owner: withToken(url, token),
    register: async (username) => {
      const begun = await request({ url }, "account:create", { username, ...credentials });
      return { ...withToken(url, begun.token), begun };
    },
    kill: async () => await running.end("SIGKILL"),
    revive: async () => {
      running = await launch(folder, new URL(url).port);
    },
    stop: async () => {
      await running.end("SIGTERM");
      // A terminal that was just ended may still be writing what it compiled.
      await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** Somebody writes in a room. */
export const says = (who: HttpServer, roomId: RoomId, body: string): Promise<Message> =>
  request(who, "message:send", { id: newId(Date.now()), roomId, body });

/** The room that everybody is in. */
export async function lobbyIdOf(who: HttpServer): Promise<RoomId> {
  const { rooms } = await request(who, "sync:open", {});
  const lobby = rooms.find(({ room }) => room.isLobby);
  if (!lobby) throw new Error("There is no lobby.");
  return lobby.room.id;
}

const withToken = (url: string, token: string | undefined): HttpServer => ({ url, ...(token ? { token } : {}) });

async function launch(folder: string, port: string) {
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      PARLEY_PORT: port,
      PARLEY_DATA: join(folder, "data"),
      PARLEY_SETUP_TOKEN: setupToken,
      PARLEY_LIMITERS: "off",
      PARLEY_LOG: "warn",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /listens on (\S+)/.exec(printed)?.[1];
      if (found) resolve(found);
    });
    child.once("exit", (code) => reject(new Error(`The server ended with ${code}.`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, "exit");
  };
  return { url, end };
}
