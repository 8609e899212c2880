import { defineConfig } from "vitest/config";

/** `PARLEY_TEST_DATABASE=postgres` runs the same tests on a private PostgreSQL instead of SQLite. */
const onPostgres = process.env.PARLEY_TEST_DATABASE === "postgres";

export default defineConfig({
  test: {
    include: ["packages/*/{src,test}/**/*.test.{ts,tsx}", "bin/*.test.ts", "e2e/proof/**/*.test.ts"],
    exclude: onPostgres ? [] : ["packages/server/test/postgres.test.ts"],
    globalSetup: onPostgres ? ["packages/server/test/postgres-setup.ts"] : [],
    maxWorkers: 2,
    restoreMocks: true,
    testTimeout: 15_000,
  },
});
