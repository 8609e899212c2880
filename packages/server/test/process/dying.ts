/**
 * Imported before the server's own program: the process kills itself with SIGKILL right after its database was handed a
 * certain statement of a migration. `PARLEY_TEST_DIES_AT` is how that begins, and which of those it is: `create 3`.
 * SQLite has carried it out by then; to PostgreSQL it is on its way.
 */
import { DatabaseSync, StatementSync } from "node:sqlite";
import pg from "pg";

function watcher(moment: string): (text: string) => void {
  const [, beginning = "", which] = /^(.+) (\d+)$/.exec(moment) ?? [];
  let left = Number(which);
  let isMigrating = false;
  return (text) => {
    isMigrating ||= text.startsWith("begin");
    if (!isMigrating || !text.startsWith(beginning)) return;
    left -= 1;
    if (left > 0) return;
    process.kill(process.pid, "SIGKILL");
    // Not one instruction more, however long the signal takes.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  };
}

const handed = watcher(process.env.PARLEY_TEST_DIES_AT ?? "");

const { exec } = DatabaseSync.prototype;
DatabaseSync.prototype.exec = function (text) {
  exec.call(this, text);
  handed(text);
};

const { run } = StatementSync.prototype;
StatementSync.prototype.run = function (...values: never) {
  const result = run.apply(this, values);
  handed(this.sourceSQL);
  return result;
};

const { query } = pg.Client.prototype;
pg.Client.prototype.query = function (this: pg.Client, ...asked: never) {
  const result = query.apply(this, asked);
  const [text] = asked as unknown[];
  if (typeof text === "string") handed(text);
  return result;
} as typeof query;
