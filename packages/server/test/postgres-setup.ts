/** Vitest's global set-up when PARLEY_TEST_DATABASE=postgres: one server for the whole run, a database per test file. */
import { startPostgres } from "./postgres.ts";

export async function setup(): Promise<() => Promise<void>> {
  const server = await startPostgres();
  process.env.PARLEY_TEST_DATABASE_URL = server.url;
  return server.stop;
}
