/** One step of the schema: portable statements, run in one transaction together with the note that it was done. */
export interface Migration {
  readonly name: string;
  /** `key` is the dialect's text type for ids (see `dialects/`). */
  readonly statements: (types: ColumnTypes) => readonly string[];
}

/** Column types that differ between the databases, by what they are for. */
export interface ColumnTypes {
  /** Ids and folded names: compared byte by byte. */
  readonly key: string;
  readonly text: string;
  /** Whole numbers up to 2^53. */
  readonly whole: string;
  /** Statements after which the database itself refuses to change or remove the rows of a table. */
  readonly addOnly: (table: string) => readonly string[];
}
