import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from "kysely";
import pg from "pg";
import { type Engine, StorageAwayError, StorageFullError } from "../engine.ts";
import { migrations } from "../migrations/index.ts";
import type { Runner, Statement } from "../prepared.ts";
import type { Database } from "../schema.ts";
import { ensureFullText, postgresFullText } from "./postgres-full-text.ts";

/** bigint as a number: none of ours passes 2^53. */
const types = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    oid === 20 ? Number : pg.types.getTypeParser(oid, format as "text"),
};

/** Any number will do, so long as every Parley uses the same: the lock under which migrations run. */
const migrationLock = 7_265_531;

/** PostgreSQL at `url`. Refuses a server that does not flush its log; row locks give each room its order. */
export async function openPostgres(url: string, warn: (message: string) => void): Promise<Engine> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    types: types as pg.CustomTypesConfig,
    // Also how long a command may wait for its turn.
    connectionTimeoutMillis: 15_000,
  });
  pool.on("error", () => warn("A database connection was lost."));
  const durability = await durabilityOf(pool, warn);
  await migrate(pool);
  const compiler = postgresCompiler();
  const statements = new Map<object, Statement>();
  const names = new Map<string, string>();
  const runnerOn = (target: pg.Pool | pg.PoolClient): Runner => {
    const query = ({ text, dependsOnValues }: Statement, values: readonly unknown[]) =>
      target
        // What has a name is planned for any values after its fifth time.
        .query({ ...(!dependsOnValues && { name: nameOf(names, text) }), text, values: [...values] })
        .catch((error: unknown) => {
          throw translate(error);
        });
    return {
      compiler,
      statements,
      fullText: postgresFullText,
      hasOneWriter: false,
      all: async (statement, values) => (await query(statement, values)).rows,
      first: async (statement, values) => (await query(statement, values)).rows[0],
      run: async (statement, values) => (await query(statement, values)).rowCount ?? 0,
    };
  };
  const reader = runnerOn(pool);
  const open = turnstile();
  const queue = queues();
  const inOrder = sendingOrder();
  return {
    reader,
    transact: (work, committed, line) => {
      const once = () => transactOnce({ pool, inOrder }, (client) => work(runnerOn(client)), committed);
      return open.enter(() => queue(line, () => retrying(once)));
    },
    durability,
    ping: async () => void (await pool.query("select 1")),
    close: async () => {
      await open.close();
      await pool.end();
    },
  };
}

/** Lets in until it is closed, and then waits for those inside: a pool that ends forgets whoever waits for a connection. */
function turnstile() {
  const inside = new Set<Promise<unknown>>();
  let isClosed = false;
  return {
    enter<T>(work: () => Promise<T>): Promise<T> {
      if (isClosed) return Promise.reject(new StorageAwayError("The database is closed."));
      const result = work();
      const left: Promise<unknown> = result.catch(() => undefined).finally(() => inside.delete(left));
      inside.add(left);
      return result;
    },
    async close(): Promise<void> {
      isClosed = true;
      await Promise.all(inside);
    },
  };
}

/** One after another in each line; on connections of their own they would overtake each other on the way to a lock. */
function queues() {
  const last = new WeakMap<object, Promise<unknown>>();
  return <T>(line: object | undefined, work: () => Promise<T>): Promise<T> => {
    if (line === undefined) return work();
    const result = (last.get(line) ?? Promise.resolve()).then(work);
    last.set(
      line,
      result.catch(() => undefined),
    );
    return result;
  };
}

type InOrder = <T>(sent: Promise<T>) => Promise<T>;

/**
 * Fulfils in the order in which commits were sent. Who waited for a row's lock sends its commit after the one who held
 * it; but the two answers come on two connections, and may overtake each other.
 */
function sendingOrder(): InOrder {
  let last: Promise<unknown> = Promise.resolve();
  return async (sent) => {
    const earlier = last;
    last = sent.then(
      () => earlier,
      () => earlier,
    );
    const result = await sent;
    await earlier;
    return result;
  };
}

async function transactOnce<T>(
  { pool, inOrder }: { pool: pg.Pool; inOrder: InOrder },
  work: (client: pg.PoolClient) => Promise<T>,
  committed: (result: T) => void,
): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw new StorageAwayError("The database does not answer.", { cause: error });
  });
  let isBroken = false;
  try {
    await client.query("begin");
    const result = await work(client);
    await inOrder(client.query("commit"));
    committed(result);
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => {
      isBroken = true;
    });
    throw translate(error);
  } finally {
    client.release(isBroken);
  }
}

/** SQLSTATE codes (postgresql.org/docs/current/errcodes-appendix.html). */
const codes = { serialization: "40001", deadlock: "40P01", unique: "23505", diskFull: "53100" } as const;

/**
 * Two commands that lock in a different order, or that insert the same key at once, are run again: the second time the
 * loser finds what the winner wrote. Handlers have no effects before the commit, so running one again is safe.
 */
async function retrying<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      const code = codeOf(error);
      const isRace = code === codes.serialization || code === codes.deadlock || code === codes.unique;
      if (!isRace || tries === 5) throw error;
    }
  }
}

function translate(error: unknown): unknown {
  const code = codeOf(error);
  if (code === codes.diskFull) return new StorageFullError("The database's disk is full.", { cause: error });
  const isAway = code === undefined ? isLostConnection(error) : /^(08|57P|ECONN|EPIPE|ETIMEDOUT)/.test(code);
  return isAway ? new StorageAwayError("The database is away.", { cause: error }) : error;
}

/** What pg says of a connection that it lost, or could not get, without a code. */
function isLostConnection(error: unknown): boolean {
  return error instanceof Error && /^(Connection terminated|timeout exceeded|Client has enc)/.test(error.message);
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

function nameOf(names: Map<string, string>, text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = `q${names.size}`;
    names.set(text, name);
  }
  return name;
}

function postgresCompiler(): Kysely<Database> {
  return new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

async function durabilityOf(pool: pg.Pool, warn: (message: string) => void): Promise<string> {
  const show = async (name: string): Promise<string> => (await pool.query(`show ${name}`)).rows[0]?.[name];
  if ((await show("fsync")) === "off")
    throw new Error(
      "PostgreSQL runs with fsync=off: acknowledged messages could be lost. Parley does not start on it.",
    );
  const commit = await show("synchronous_commit");
  if (commit === "off")
    warn("PostgreSQL runs with synchronous_commit=off: a crash may lose the last acknowledged messages.");
  return `postgres: fsync=on, synchronous_commit=${commit}`;
}

/** See ColumnTypes. */
function addOnly(table: string): string[] {
  return [
    `create function ${table}_refuse() returns trigger language plpgsql as
      $$ begin raise exception 'Lines of ${table} are only added.'; end $$`,
    `create trigger ${table}_no_change before update or delete or truncate on ${table}
      for each statement execute function ${table}_refuse()`,
  ];
}

async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`select pg_advisory_lock(${migrationLock})`);
    await client.query("create table if not exists migrations (name text primary key)");
    const done = new Set((await client.query("select name from migrations")).rows.map((row) => row.name));
    for (const migration of migrations) {
      if (done.has(migration.name)) continue;
      await client.query("begin");
      const types = { key: 'text collate "C"', text: "text", whole: "bigint", addOnly };
      for (const statement of migration.statements(types)) await client.query(statement);
      await client.query("insert into migrations (name) values ($1)", [migration.name]);
      await client.query("commit");
    }
    await ensureFullText(client);
  } finally {
    await client.query(`select pg_advisory_unlock(${migrationLock})`).catch(() => undefined);
    client.release();
  }
}
