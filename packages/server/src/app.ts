import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { idMaker, ParleyError, type RoomId, type UserId } from "@parley/contract";
import { type Authenticator, createAuthenticator } from "./authenticate.ts";
import { localCluster } from "./cluster/local.ts";
import { type Config, exportsFolderIn, webFolder } from "./config.ts";
import type { Actor, Effect, ServerFacts } from "./context.ts";
import { drainable } from "./execute/drain.ts";
import { createExecute } from "./execute/execute.ts";
import { createTransact } from "./execute/transact.ts";
import { createFiles } from "./files/files.ts";
import { createHttp } from "./http/http.ts";
import { createJobs } from "./jobs/index.ts";
import { callerFinder } from "./lib/caller.ts";
import { type Clock, systemClock } from "./lib/clock.ts";
import { cookieNameFor } from "./lib/credentials.ts";
import { createLogger, type Logger } from "./lib/logger.ts";
import { Outbound } from "./lib/outbound/outbound.ts";
import type { Wire } from "./lib/outbound/wire.ts";
import { randomSecret } from "./lib/secrets.ts";
import { createRealtime, type Heartbeat, heartbeat, type Realtime } from "./realtime/realtime.ts";
import { lockFolder } from "./store/dialects/folder-lock.ts";
import { openSqlite } from "./store/dialects/sqlite.ts";
import type { Engine } from "./store/engine.ts";
import { createStore, type Store } from "./store/store.ts";

export const version = "0.1.0";

export interface AppDeps {
  readonly config: Config;
  readonly clock?: Clock;
  readonly logger?: Logger;
  /** Validate every output and event against the contract: on in tests and development. */
  readonly areOutputsChecked?: boolean;
  /** Wraps the database; tests use it to count and to break. */
  readonly wrapEngine?: (engine: Engine) => Engine;
  /** How soon a connection that died without a word is noticed; tests cannot wait for as long. */
  readonly heartbeat?: Heartbeat;
  /** How requests of the server itself get out; tests have an internet of their own. */
  readonly wire?: Wire;
}

export interface App {
  /** Address without a trailing slash that a browser on this machine can open. */
  readonly url: string;
  readonly port: number;
  readonly setupToken: string;
  readonly durability: string;
  isSetUp(): Promise<boolean>;
  connectionCount(): number;
  /** Takes no more requests, answers those under way, closes. */
  stop(): Promise<void>;
}

/** What it is put together of, with nothing left open. */
type FullDeps = AppDeps & { readonly clock: Clock; readonly logger: Logger };

/** Opens the database, puts everything together, listens. Two in one process do not know of each other. */
export async function createApp(deps: AppDeps): Promise<App> {
  const { config, clock = systemClock } = deps;
  const logger = deps.logger ?? createLogger(config.logLevel);
  const unlock = lockFolder(config.dataFolder);
  try {
    return await assemble({ ...deps, clock, logger }, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

async function openStore({ config, clock, logger, wrapEngine }: FullDeps): Promise<Store> {
  const engine = await openEngine(config, logger);
  return createStore(wrapEngine?.(engine) ?? engine, clock);
}

async function openEngine(config: Config, logger: Logger): Promise<Engine> {
  if (config.databaseUrl === null) return openSqlite(config.dataFolder);
  // Only servers on PostgreSQL pay for its driver.
  const { openPostgres } = await import("./store/dialects/postgres.ts");
  return openPostgres(config.databaseUrl, (message) => logger.warn(message)).catch((cause: unknown) => {
    throw new Error(`PostgreSQL cannot be used: ${cause instanceof Error ? cause.message : "no reason given"}`, {
      cause,
    });
  });
}

async function assemble(deps: FullDeps, unlock: () => void): Promise<App> {
  const { config, clock, logger } = deps;
  const store = await openStore(deps);
  const isTls = config.url?.startsWith("https:") ?? false;
  const setupToken = config.setupToken ?? randomSecret(24);
  const authenticator = createAuthenticator(store, clock);
  let port = config.port;
  const ownUrl = () => config.url ?? localUrl(config.host, port);
  const server: ServerFacts = { ...factsOf(config), setupToken, ...(await oidcOf(config, clock, ownUrl)) };
  const callerOf = callerFinder(config.trustedProxies);
  const shared = { authenticator, callerOf, publicUrl: config.url, cookieName: () => cookieNameFor(isTls, port) };
  const realtime = createRealtime({
    ...shared,
    logger,
    heartbeat: deps.heartbeat ?? heartbeat,
    roomsOf: (actor) => roomsOf(store, actor),
    regardOf: (userId) => store.reader.regards.of(userId),
    frozenIn: (roomId, viewerId) => store.reader.frozenReceipts.plainIn(roomId, viewerId),
    now: () => clock.now(),
    onLeft: (people) => store.transact((writer) => writer.regards.left(people)),
    onOnline: (userId) => jobs.came(userId),
  });
  const { execute, drain, jobs, files } = await createWork(deps, { store, server, authenticator, realtime });
  let isStopping = false;
  const isReady = async () => !isStopping && (await store.ping().then(...yesOrNo));
  const archiveOf = archiveFinder(config, store, clock);
  const { liveFor } = realtime;
  const http = await createHttp({
    ...shared,
    ...{ execute, liveFor, isTls, webFolder, version, archiveOf, isReady, files, logger },
  });
  realtime.attach(http.server, execute);
  await http.listen({ host: config.host, port: config.port }).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  port = (http.server.address() as AddressInfo).port;
  jobs.start();
  return {
    url: ownUrl(),
    port,
    setupToken,
    durability: store.durability,
    isSetUp: async () => (await store.reader.serverSettings.all()).ownerId !== undefined,
    connectionCount: realtime.connectionCount,
    async stop() {
      isStopping = true;
      const parts = [drain, jobs.stop, realtime.stop, files.stop, () => http.close(), () => store.close()];
      for (const end of parts) await end();
      unlock();
    },
  };
}

/** What the configuration alone says of the server. */
function factsOf({
  registration,
  fileLimits,
  linkPreviews,
  url,
}: Config): Omit<ServerFacts, "setupToken" | "oidc" | "provider"> {
  const ownHost = url === null ? null : new URL(url).host;
  return { version, registration, fileLimits, linkPreviews, ownHost };
}

interface Parts {
  readonly store: Store;
  readonly server: ServerFacts;
  readonly authenticator: Authenticator;
  readonly realtime: Realtime;
}

/** What is done when it is asked for, and what is done when it is due; the effects of both go the same way. */
async function createWork(
  { config, clock, logger, wire, areOutputsChecked = false }: FullDeps,
  { store, server, authenticator, realtime }: Parts,
) {
  const follow = (effects: readonly Effect[]) => {
    for (const effect of effects) if (effect.kind === "sessions-ended") authenticator.forget(effect.sessionIds);
    realtime.follow(effects);
    jobs.follow(effects);
  };
  const transact = createTransact({ store, clock, follow });
  const files = await createFiles(config, { reader: store.reader, transact, clock, logger });
  const jobs = createJobs({
    clock,
    logger,
    reader: store.reader,
    exportsFolder: exportsFolderIn(config.dataFolder),
    outbound: new Outbound({ userAgent: `Parley/${version}`, ...(wire && { wire }) }),
    linkPreviews: config.linkPreviews,
    server,
    sight: realtime.sight,
    transact,
    files,
  });
  const execute = createExecute({
    store,
    cluster: localCluster(),
    clock,
    logger,
    newId: idMaker(() => clock.now()),
    server,
    sight: realtime.sight,
    areLimitersOn: config.areLimitersOn,
    areOutputsChecked,
    follow,
  });
  return { ...drainable(execute), jobs, files };
}

/** The rooms that a new connection hears. */
async function roomsOf(store: Store, { user, sessionId }: Actor): Promise<readonly RoomId[]> {
  // The session may have ended after the handshake, when there was no connection to close yet.
  const isLiving = await store.reader.sessions.isLiving(sessionId);
  if (!isLiving) throw new ParleyError("unauthenticated", "This session has ended.");
  return store.reader.members.roomsOf(user.id);
}

/** Where people may sign in as well, if anywhere. Nothing is asked of it before somebody does. */
async function oidcOf(
  { oidc }: Config,
  clock: Clock,
  ownUrl: () => string,
): Promise<Pick<ServerFacts, "oidc" | "provider">> {
  if (oidc === null) return { oidc: null, provider: null };
  // Only servers with a provider pay for its protocol.
  const { createProvider } = await import("./lib/oidc.ts");
  const redirectUri = () => `${ownUrl()}/auth/oidc/callback`;
  return { oidc: oidc.name, provider: createProvider(oidc, { clock, redirectUri }) };
}

/** Finds the archive that a person may fetch now. */
function archiveFinder({ dataFolder }: Config, store: Store, clock: Clock) {
  return async (userId: UserId) => {
    const kept = await store.reader.exports.find(userId);
    const isReady = kept?.state === "ready" && (kept.expiresAt ?? 0) > clock.now();
    return isReady && kept.file !== null ? join(exportsFolderIn(dataFolder), kept.file) : null;
  };
}

/** For `then`: whether it went well. */
const yesOrNo = [() => true, () => false] as const;

/** An address that a browser on this machine can open. */
function localUrl(listening: string, port: number): string {
  const host = listening === "0.0.0.0" || listening === "::" ? "localhost" : listening;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
