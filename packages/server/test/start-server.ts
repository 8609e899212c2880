/** A server of our own for a test: a free port, a temporary folder (or a database of its own in PostgreSQL), no limiters. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { type App, createApp } from "../src/app.ts";
import type { Config } from "../src/config.ts";
import type { Logger } from "../src/lib/logger.ts";
import type { Wire } from "../src/lib/outbound/wire.ts";
import type { Heartbeat } from "../src/realtime/realtime.ts";
import type { Engine } from "../src/store/engine.ts";
import { createTestDatabase, type TestDatabase } from "./postgres.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export const setupToken = "set-up-token-of-tests";
export const isOnPostgres = process.env.PARLEY_TEST_DATABASE === "postgres";

export interface LogLine {
  level: "info" | "warn" | "error";
  message: string;
  fields?: unknown;
}

/** A clock that a test can put forward, or stop. */
export class TestClock {
  #aheadMs = 0;
  #stoppedAt: number | null = null;
  now(): number {
    return (this.#stoppedAt ?? Date.now()) + this.#aheadMs;
  }
  stop(): void {
    this.#stoppedAt ??= Date.now();
  }
  forward(ms: number): void {
    this.#aheadMs += ms;
  }
}

export interface TestServer {
  readonly app: App;
  readonly url: string;
  readonly folder: string;
  readonly databaseUrl: string | null;
  readonly clock: TestClock;
  readonly log: LogLine[];
  /** Stops the server, keeps the data. */
  halt(): Promise<void>;
  /** Starts it again on the same data. */
  again(): Promise<TestServer>;
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  config?: Partial<Config>;
  wrapEngine?: (engine: Engine) => Engine;
  heartbeat?: Heartbeat;
  wire?: Wire;
  /** Puts something into the place of the data before the server opens it. */
  prepare?: (place: { folder: string; databaseUrl: string | null }) => Promise<void>;
}

/** Where a server's data is. */
interface Place {
  folder: string;
  database: TestDatabase | null;
}

export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const place: Place = {
    folder: temporaryFolder("parley-test-"),
    database: isOnPostgres ? await createTestDatabase() : null,
  };
  await options.prepare?.({ folder: place.folder, databaseUrl: place.database?.url ?? null });
  return startIn(place, options);
}

async function startIn(place: Place, options: ServerOptions): Promise<TestServer> {
  const log: LogLine[] = [];
  const clock = new TestClock();
  const databaseUrl = place.database?.url ?? null;
  const { wrapEngine, heartbeat, wire } = options;
  const app = await createApp({
    config: { ...testConfig(place.folder, databaseUrl), ...options.config },
    clock,
    logger: loggerTo(log),
    areOutputsChecked: true,
    ...(wrapEngine && { wrapEngine }),
    ...(heartbeat && { heartbeat }),
    ...(wire && { wire }),
  });
  let isRunning = true;
  const halt = async () => {
    if (isRunning) await app.stop();
    isRunning = false;
  };
  return {
    app,
    url: `http://127.0.0.1:${app.port}`,
    folder: place.folder,
    databaseUrl,
    clock,
    log,
    halt,
    again: () => startIn(place, options),
    async stop() {
      await halt();
      await place.database?.drop();
      rmSync(place.folder, { recursive: true, force: true });
    },
  };
}

export function testConfig(dataFolder: string, databaseUrl: string | null): Config {
  return {
    port: 0,
    host: "127.0.0.1",
    url: null,
    trustedProxies: [],
    dataFolder,
    filesFolder: join(dataFolder, "files"),
    bucket: null,
    fileLimits: { maxFileBytes: 50_000_000, quotaBytes: 200_000_000, totalBytes: null },
    programs: { ffmpeg: null, ffprobe: null, pdftoppm: null },
    registration: "open",
    setupToken,
    databaseUrl,
    linkPreviews: null,
    areLimitersOn: false,
    logLevel: "silent",
    oidc: null,
  };
}

export function loggerTo(log: LogLine[]): Logger {
  const at = (level: LogLine["level"]) => (message: string, fields?: unknown) =>
    void log.push({ level, message, ...(fields !== undefined && { fields }) });
  return { info: at("info"), warn: at("warn"), error: at("error") };
}
