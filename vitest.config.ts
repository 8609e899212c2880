import { defineConfig } from "vitest/config";

/** `PARLEY_TEST_DATABASE=postgres` runs the same tests on a private PostgreSQL instead of SQLite. */
const onPostgres = process.env.PARLEY_TEST_DATABASE === "postgres";
/**
 * What is about one of the two alone: the connections of the one, the file of the other. And what asks a database nothing
 * of its own is not asked twice: what becomes of bytes, what is fetched from elsewhere, and the open rooms of the matrix,
 * whose closed rooms are asked on both.
 */
const elsewhere = onPostgres
  ? [
      "packages/server/test/process/backup.test.ts",
      "packages/server/test/features/{pictures,film-previews,bucket,full-disk,link-previews-refused}.test.ts",
      "packages/server/test/outbound/**",
      "packages/server/test/transport/proxies.test.ts",
      "packages/server/test/matrix/public.test.ts",
      "packages/server/src/files/**",
    ]
  : ["packages/server/test/postgres.test.ts"];

/** What is waited for comes when the machine has time for it: work in the background rests while others write. */
const waiting = { poll: { timeout: 10_000 } };

export default defineConfig({
  test: {
    maxWorkers: 2,
    globalSetup: onPostgres ? ["packages/server/test/postgres-setup.ts"] : [],
    projects: [
      {
        test: {
          name: "server",
          include: ["packages/server/{src,test}/**/*.test.ts"],
          exclude: elsewhere,
          // Two servers in one process do not know of each other, so files need not be kept apart: half the time.
          isolate: false,
          restoreMocks: true,
          testTimeout: 30_000,
          expect: waiting,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: "others",
          include: [
            "packages/{contract,client,web,terminal}/{src,test}/**/*.test.{ts,tsx}",
            "bin/*.test.ts",
            "e2e/proof/**/*.test.ts",
          ],
          restoreMocks: true,
          testTimeout: 15_000,
          expect: waiting,
        },
      },
    ],
  },
});
