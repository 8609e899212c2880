import type { DatabaseSync } from "node:sqlite";
import { sql } from "kysely";
import type { FullText, TermPhrase } from "../full-text.ts";

/**
 * FTS5 over the documents' terms, which are separated by spaces: its `ascii` tokenizer takes everything beyond ASCII for
 * letters, so terms arrive as they are. `secure-delete` takes the terms of what is deleted out of the index at once,
 * where FTS5 would only note that they no longer count. Triggers, so that nobody forgets.
 */
const statements = [
  `create virtual table search_terms using fts5(
    terms, content = 'search_documents', content_rowid = 'id', tokenize = "ascii tokenchars ':'")`,
  "insert into search_terms (search_terms, rank) values ('secure-delete', 1)",
  `create trigger search_documents_put after insert on search_documents begin
    insert into search_terms (rowid, terms) values (new.id, new.terms); end`,
  `create trigger search_documents_gone after delete on search_documents begin
    insert into search_terms (search_terms, rowid, terms) values ('delete', old.id, old.terms); end`,
  // Whatever stood there was in no index: it is gone through anew.
  "delete from search_progress",
];

/** Makes the index, if there is none. */
export function ensureFullText(database: DatabaseSync): void {
  if (database.prepare("select 1 from sqlite_master where name = 'search_terms'").get() !== undefined) return;
  database.exec("begin immediate");
  database.exec("delete from search_documents");
  for (const statement of statements) database.exec(statement);
  database.exec("commit");
}

export const sqliteFullText: FullText = {
  expression({ all, none }) {
    const wanted = all.map(anyOf).join(" AND ");
    return { terms: none.length === 0 ? wanted : `(${wanted}) NOT ${anyOf(none)}`, places: "" };
  },
  // CROSS JOIN is an order in SQLite: first the terms, newest first, then each one's row.
  documents: sql`search_terms cross join search_documents as documents on documents.id = search_terms.rowid`,
  id: sql<number>`search_terms.rowid`,
  matches: ({ terms }) => sql<boolean>`search_terms match ${terms}`,
};

function anyOf(phrases: readonly TermPhrase[]): string {
  return `(${phrases.map(({ terms, isPrefix }) => `"${terms.join(" ")}"${isPrefix ? "*" : ""}`).join(" OR ")})`;
}
