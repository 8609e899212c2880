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

const tables = [
  "server_settings",
  "users",
  "avatars",
  "sessions",
  "rooms",
  "members",
  "invitations",
  "drafts",
  "purges",
  "messages",
  "mentions",
  "relations",
  // The audit log is left out: a refusal is noted there.
  "bans",
  "reports",
  "warnings",
  "passkeys",
  "recovery_codes",
  "challenges",
];

/** When a session was last used, and a person last here, is noted by the way; it is no change that anybody asked for. */
const columnsLeftOut = new Set(["used_at", "last_seen_at"]);

export async function openData({ folder, databaseUrl }: Pick<TestServer, "folder" | "databaseUrl">): Promise<TestData> {
  const { sql, close } = databaseUrl === null ? openFile(folder) : await openServer(databaseUrl);
  return {
    sql,
    close,
    async digest() {
      const parts: string[] = [];
      for (const table of tables) {
        const rows = (await sql(`select * from ${table}`)).map((row) =>
          JSON.stringify(Object.entries(row).filter(([name]) => !columnsLeftOut.has(name))),
        );
        parts.push(`${table}\n${rows.sort().join("\n")}`);
      }
      return parts.join("\n\n");
    },
  };
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
