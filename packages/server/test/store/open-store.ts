/** A store of one's own on the database under test, without a server around it. */
import { rmSync } from "node:fs";
import { openPostgres } from "../../src/store/dialects/postgres.ts";
import { openSqlite } from "../../src/store/dialects/sqlite.ts";
import type { Engine } from "../../src/store/engine.ts";
import { createStore, type Store } from "../../src/store/store.ts";
import { createTestDatabase, type TestDatabase } from "../postgres.ts";
import { isOnPostgres } from "../start-server.ts";
import { temporaryFolder } from "../temporary-folder.ts";

export interface TestStore {
  readonly store: Store;
  readonly engine: Engine;
  readonly folder: string;
  readonly databaseUrl: string | null;
  close(): Promise<void>;
}

/** `prepare` gets the place before the store is opened, to put something there. */
export async function openStore(
  prepare: (place: { folder: string; databaseUrl: string | null }) => Promise<void> = async () => undefined,
): Promise<TestStore> {
  const folder = temporaryFolder("parley-test-");
  const database: TestDatabase | null = isOnPostgres ? await createTestDatabase() : null;
  const databaseUrl = database?.url ?? null;
  await prepare({ folder, databaseUrl });
  const engine = databaseUrl === null ? openSqlite(folder) : await openPostgres(databaseUrl, () => undefined);
  const store = createStore(engine);
  return {
    store,
    engine,
    folder,
    databaseUrl,
    async close() {
      await store.close();
      await database?.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
