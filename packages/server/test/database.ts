/** A look past the server into its database, and changes that no request makes. */

import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import type { TestServer } from "./start-server.ts";

type Row = Record<string, unknown>;

export interface TestData {
  sql(text: string): Promise<Row[]>;
  /** Everything that is stored, as text: equal if and only if nothing changed. */
  digest(): Promise<string>;
  close(): Promise<void>;
}

/** A refusal is noted in the log; what search knows, and an export that is being made, go on by themselves. */
const tablesLeftOut = /^(migrations|audit_log|exports|search_.*|sqlite_.*)$/;

/** When a session was last used, and a person last here, is noted by the way; it is no change that anybody asked for. */
const columnsLeftOut = new Set(["used_at", "last_seen_at"]);

export async function openData({ folder, databaseUrl }: Pick<TestServer, "folder" | "databaseUrl">): Promise<TestData> {
  const { sql, close } = databaseUrl === null ? openFile(folder) : await openServer(databaseUrl);
  const tablesSql =
    databaseUrl === null
      ? "select name from sqlite_schema where type = 'table'"
      : "select tablename as name from pg_tables where schemaname = current_schema()";
  return {
    sql,
    close,
    async digest() {
      const names = (await sql(tablesSql)).map(({ name }) => String(name));
      const parts: string[] = [];
      for (const table of names.filter((name) => !tablesLeftOut.test(name)).sort())
        parts.push(table, ...textOf(await sql(`select * from ${table}`)));
      return parts.join("\n");
    },
  };
}

function textOf(rows: Row[]): string[] {
  const columns = Object.keys(rows[0] ?? {}).filter((name) => !columnsLeftOut.has(name));
  return [JSON.stringify(columns), ...rows.map((row) => JSON.stringify(columns.map((name) => row[name]))).sort()];
}

function openFile(folder: string): Omit<TestData, "digest"> {
  const database = new DatabaseSync(join(folder, "parley.db"));
  database.exec("pragma busy_timeout = 5000");
  return {
    sql: async (text) => database.prepare(text).all() as Row[],
    close: async () => database.close(),
  };
}

/** Counts and numbers as numbers, as SQLite has them. */
const types = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    oid === 20 ? Number : pg.types.getTypeParser(oid, format as "text"),
};

async function openServer(url: string): Promise<Omit<TestData, "digest">> {
  const client = new pg.Client({ connectionString: url, types: types as pg.CustomTypesConfig });
  await client.connect();
  return { sql: async (text) => (await client.query(text)).rows, close: () => client.end() };
}
