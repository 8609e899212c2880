/**
 * A PostgreSQL of our own for tests: Debian's program in a temporary folder on a free port, durable as it comes
 * (fsync on). However this process ends, killed included, the database stops and its folder goes.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chownSync, globSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { temporaryFolder } from "./temporary-folder.ts";

export type TestPostgres = {
  /** `postgres://…` of the server, as a person who may create databases. */
  url: string;
  stop(): Promise<void>;
};

export type TestDatabase = { url: string; drop(): Promise<void> };

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
type Identity = { uid?: number; gid?: number };

/**
 * Standard input is the life line: when it closes, because we asked or because we are gone, the shell stops the
 * database at once and removes its folder. Arguments: folder with the programs, folder for the data, port.
 */
const keeper = `
  "$1/initdb" -D "$2/data" -U parley -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$2/initdb.log" 2>&1 || cat "$2/initdb.log" >&2
  "$1/postgres" -D "$2/data" -k "$2" -p "$3" -c listen_addresses=127.0.0.1 -c max_connections=200 </dev/null &
  cat >/dev/null
  kill -INT $!
  wait
  rm -rf "$2"
`;

export async function startPostgres(): Promise<TestPostgres> {
  const programs = findPrograms();
  const port = await freePort();
  const folder = temporaryFolder("parley-postgres-");
  const identity = identityFor(folder);
  const child = spawn("/bin/sh", ["-c", keeper, "keeper", programs, folder, String(port)], {
    ...identity,
    cwd: folder,
    detached: true,
    stdio: ["pipe", "ignore", "pipe"],
  });
  const stop = async () => {
    const gone = child.exitCode === null ? once(child, "exit") : undefined;
    child.stdin?.end();
    await gone;
  };
  try {
    await ready(child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `postgres://parley@127.0.0.1:${port}/postgres`, stop };
}

/** A database of its own for a test file, in the server that vitest's global set-up started (or in `server`). */
export async function createTestDatabase(server = process.env.PARLEY_TEST_DATABASE_URL): Promise<TestDatabase> {
  if (!server) throw new Error("No PostgreSQL for tests: run with PARLEY_TEST_DATABASE=postgres.");
  const name = `parley_${randomBytes(8).toString("hex")}`;
  await query(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => query(server, `drop database if exists ${name} with (force)`) };
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function findPrograms(): string {
  const newest = globSync("/usr/lib/postgresql/*/bin/postgres").sort().at(-1);
  if (newest) return join(newest, "..");
  try {
    return execFileSync("pg_config", ["--bindir"], { encoding: "utf8" }).trim();
  } catch {
    throw new Error("PostgreSQL is not installed (Debian: apt-get install postgresql).");
  }
}

function identityFor(folder: string): Identity {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  const identity = { uid: id("-u"), gid: id("-g") };
  chownSync(folder, identity.uid, identity.gid);
  return identity;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("No free port.");
  return address.port;
}

async function ready(child: ChildProcess): Promise<void> {
  if (!child.stderr) throw new Error("PostgreSQL has no standard error to read.");
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    if (line.includes("database system is ready to accept connections")) {
      child.stderr.resume();
      return;
    }
    said.push(line);
    if (line.includes("FATAL")) break;
  }
  throw new Error(`PostgreSQL did not start:\n${said.join("\n")}`);
}
