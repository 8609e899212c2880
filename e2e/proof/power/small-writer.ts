import { mkdirSync, writeSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * The smallest program that promises something: it commits one row after another and acknowledges each on standard
 * output, as the server does on a socket. Arguments: data folder, value of `synchronous`, number of rows.
 */
const [folder = "", synchronous = "full", count = "100"] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const database = new DatabaseSync(join(folder, "parley.db"));
database.exec(`pragma journal_mode = wal; pragma synchronous = ${synchronous}; pragma wal_autocheckpoint = 40`);
database.exec("create table messages (id text primary key, body text)");
const insert = database.prepare("insert into messages (id, body) values (?, ?)");
for (let row = 0; row < Number(count); row += 1) {
  const id = crypto.randomUUID();
  insert.run(id, `row ${row} `.repeat(40));
  writeSync(1, `43${row}[{"ok":true,"data":{"id":"${id}"}}]\n`);
}
