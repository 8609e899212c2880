import { DatabaseSync } from "node:sqlite";
import pg from "pg";

const rowsAtOnce = 5_000;
/** What a start of the server makes itself. */
const madeByItself = /^(migrations$|search_)/;

/** What is stored in a server's file, put into a PostgreSQL database that a start of the same server has laid out. */
export async function copyToPostgres(file: string, url: string): Promise<void> {
  const source = new DatabaseSync(file, { readOnly: true });
  const target = new pg.Client({ connectionString: url });
  await target.connect();
  // Tables come in any order: what a row points at may come later.
  await target.query("set session_replication_role = replica");
  const { rows } = await target.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = current_schema()",
  );
  const tables = rows.map(({ name }) => name).filter((name) => !madeByItself.test(name));
  await target.query(`truncate ${tables.join(", ")}`);
  for (const table of tables) {
    const put = (portion: unknown[]) =>
      target.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
        JSON.stringify(portion),
      ]);
    let portion: unknown[] = [];
    for (const row of source.prepare(`select * from ${table}`).iterate()) {
      portion.push(row);
      if (portion.length < rowsAtOnce) continue;
      await put(portion);
      portion = [];
    }
    if (portion.length > 0) await put(portion);
  }
  await target.end();
  source.close();
}

/** What PostgreSQL does by itself within a minute or so: it learns how frequent what is. */
export async function analyze(url: string): Promise<void> {
  const target = new pg.Client({ connectionString: url });
  await target.connect();
  await target.query("vacuum analyze");
  await target.end();
}
