import type { Compilable, Kysely } from "kysely";
import type { FullText } from "./full-text.ts";
import type { Database } from "./schema.ts";

/** Stands in a query where a parameter will be; typed as the parameter, so that Kysely checks its use. */
class Slot {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** A query compiled for one database: its text, and for each placeholder a constant or the name of a parameter. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
  /** How best to run it depends on the values: the database is to think about it every time. */
  readonly dependsOnValues?: boolean;
}

/** How a statement is run; one per connection or transaction. */
export interface Runner {
  /** Kysely as a typed SQL compiler for this database; never executes. */
  readonly compiler: Kysely<Database>;
  /** Statements compiled so far, by the query they came from. */
  readonly statements: Map<object, Statement>;
  /** How this database finds terms. */
  readonly fullText: FullText;
  /** Commands run one after another, so that none needs to lock what it reads. */
  readonly hasOneWriter: boolean;
  all(statement: Statement, values: readonly unknown[]): Promise<unknown[]>;
  /** The first row; of a statement that writes, all of whose effects are done. */
  first(statement: Statement, values: readonly unknown[]): Promise<unknown>;
  /** Number of rows changed. */
  run(statement: Statement, values: readonly unknown[]): Promise<number>;
}

export interface Prepared<P, R> {
  all(runner: Runner, parameters: P): Promise<R[]>;
  first(runner: Runner, parameters: P): Promise<R | undefined>;
  run(runner: Runner, parameters: P): Promise<number>;
  /** Runs a query for its locks alone (`for update`); nothing to do where there is one writer. */
  lock(runner: Runner, parameters: P): Promise<void>;
}

/**
 * A query built and compiled once per database, then run with parameters: building with Kysely per call doubles the
 * cost of a message (performance.md). `build` gets the parameters as slots; use each as a value, never inspect it.
 */
export function prepared<P extends object>({ dependsOnValues = false } = {}) {
  return <R>(build: (db: Kysely<Database>, parameters: P, fullText: FullText) => Compilable<R>): Prepared<P, R> => {
    const statementFor = (runner: Runner): Statement => {
      const known = runner.statements.get(build);
      if (known !== undefined) return known;
      const { sql, parameters } = build(runner.compiler, slots<P>(), runner.fullText).compile();
      const statement = { text: sql, parameters, dependsOnValues };
      runner.statements.set(build, statement);
      return statement;
    };
    return {
      all: (runner, parameters) => {
        const statement = statementFor(runner);
        return runner.all(statement, fill(statement, parameters)) as Promise<R[]>;
      },
      first: (runner, parameters) => {
        const statement = statementFor(runner);
        return runner.first(statement, fill(statement, parameters)) as Promise<R | undefined>;
      },
      run: (runner, parameters) => {
        const statement = statementFor(runner);
        return runner.run(statement, fill(statement, parameters));
      },
      lock: async (runner, parameters) => {
        if (runner.hasOneWriter) return;
        const statement = statementFor(runner);
        await runner.all(statement, fill(statement, parameters));
      },
    };
  };
}

/** Sizes that list queries are compiled for; a shorter list is filled up with its last value. */
const listSizes = [1, 4, 16, 64, 256, 500] as const;

export interface PreparedList<P, V, R> {
  all(runner: Runner, list: readonly V[], parameters: P): Promise<R[]>;
}

/** Like {@link prepared}, with a list of values for `in (…)`. Longer lists run in portions of 500. */
export function preparedList<P extends object, V>() {
  return <R>(build: (db: Kysely<Database>, list: V[], parameters: P) => Compilable<R>): PreparedList<P, V, R> => {
    const bySize = new Map<number, Prepared<Record<string, unknown>, R>>(
      listSizes.map((size) => {
        const names = Array.from({ length: size }, (_, at) => `item${at}`);
        const one = prepared<Record<string, unknown>>()((db, parameters) =>
          build(db, names.map((name) => parameters[name]) as V[], parameters as unknown as P),
        );
        return [size, one];
      }),
    );
    const portion = (runner: Runner, list: readonly V[], parameters: P): Promise<R[]> => {
      const size = listSizes.find((one) => one >= list.length) ?? 500;
      const values = { ...parameters } as Record<string, unknown>;
      for (let at = 0; at < size; at += 1) values[`item${at}`] = list[Math.min(at, list.length - 1)];
      return bySize.get(size)?.all(runner, values) ?? Promise.resolve([]);
    };
    return {
      all: async (runner, list, parameters) => {
        const rows: R[] = [];
        for (let at = 0; at < list.length; at += 500)
          rows.push(...(await portion(runner, list.slice(at, at + 500), parameters)));
        return rows;
      },
    };
  };
}

function slots<P extends object>(): P {
  return new Proxy({}, { get: (_, name) => new Slot(String(name)) }) as P;
}

function fill(statement: Statement, parameters: object): unknown[] {
  return statement.parameters.map((parameter) =>
    parameter instanceof Slot ? ((parameters as Record<string, unknown>)[parameter.name] ?? null) : parameter,
  );
}
