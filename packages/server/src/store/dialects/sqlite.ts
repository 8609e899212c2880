import { closeSync, fsyncSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from "kysely";
import type { Engine } from "../engine.ts";
import { migrations } from "../migrations/index.ts";
import type { Runner, Statement } from "../prepared.ts";
import type { Database } from "../schema.ts";
import { groupCommit } from "./group-commit.ts";

/**
 * SQLite in `folder`: one writing connection, whose commands are committed in groups, and one that can only read, so
 * that a query never sees what is not committed. WAL with synchronous=FULL: a commit returns when it is on the disk
 * (delivery.md R2). `secure_delete` overwrites what is deleted, so that a deleted message is gone from the file too.
 */
export function openSqlite(folder: string): Engine {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "parley.db");
  const writing = new DatabaseSync(path);
  writing.exec(
    "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on; pragma busy_timeout = 5000; pragma wal_autocheckpoint = 4000",
  );
  migrate(writing);
  syncFolder(folder);
  const reading = new DatabaseSync(path, { readOnly: true });
  reading.exec("pragma busy_timeout = 5000");
  const compiler = sqliteCompiler();
  const statements = new Map<object, Statement>();
  const writer = runnerOn(writing, compiler, statements);
  const group = groupCommit(writing, writer);
  return {
    reader: runnerOn(reading, compiler, statements),
    transact: group.transact,
    durability: durabilityOf(writing),
    ping: async () => {
      reading.prepare("select 1").get();
    },
    close: async () => {
      await group.close();
      reading.close();
      writing.close();
    },
  };
}

function sqliteCompiler(): Kysely<Database> {
  return new Kysely<Database>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}

function runnerOn(database: DatabaseSync, compiler: Kysely<Database>, statements: Map<object, Statement>): Runner {
  const handles = new Map<string, StatementSync>();
  const handle = (text: string): StatementSync => {
    let known = handles.get(text);
    if (known === undefined) {
      known = database.prepare(text);
      handles.set(text, known);
    }
    return known;
  };
  return {
    compiler,
    statements,
    hasOneWriter: true,
    async all(statement, values) {
      return handle(statement.text).all(...(values as SQLInputValue[]));
    },
    async first(statement, values) {
      return handle(statement.text).get(...(values as SQLInputValue[]));
    },
    async run(statement, values) {
      return Number(handle(statement.text).run(...(values as SQLInputValue[])).changes);
    },
  };
}

function migrate(database: DatabaseSync): void {
  database.exec("create table if not exists migrations (name text primary key)");
  const done = new Set(
    database
      .prepare("select name from migrations")
      .all()
      .map((row) => row.name),
  );
  for (const migration of migrations) {
    if (done.has(migration.name)) continue;
    database.exec("begin immediate");
    for (const statement of migration.statements({ key: "text", text: "text", whole: "integer", addOnly }))
      database.exec(statement);
    database.prepare("insert into migrations (name) values (?)").run(migration.name);
    database.exec("commit");
  }
}

/** See ColumnTypes. */
function addOnly(table: string): string[] {
  return ["update", "delete"].map(
    (act) => `create trigger ${table}_no_${act} before ${act} on ${table}
      begin select raise(abort, 'Lines of ${table} are only added.'); end`,
  );
}

/** Makes the names of new files durable: a file that was fsynced in a folder that was not can still be gone. */
function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  fsyncSync(handle);
  closeSync(handle);
}

function durabilityOf(database: DatabaseSync): string {
  const journal = database.prepare("pragma journal_mode").get()?.journal_mode;
  const synchronous = database.prepare("pragma synchronous").get()?.synchronous;
  if (journal !== "wal" || synchronous !== 2)
    throw new Error(`SQLite is not durable here: journal ${journal}, synchronous ${synchronous}.`);
  return "sqlite: wal, synchronous=full";
}
