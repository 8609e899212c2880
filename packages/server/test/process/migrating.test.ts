/** Killed with -9 in the middle of a migration, at every kind of step: the next start finds all of it or nothing (R31). */
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { migrations } from "../../src/store/migrations/index.ts";
import { openData } from "../database.ts";
import { isOnPostgres, startServer } from "../start-server.ts";
import { annaWithAllOfHers, fixtures, layDown, layoutOf, type Place } from "../store/old-data.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { runMain } from "./run-main.ts";

/** What a start finds. A file is looked at in a copy: looking at it would repair it. */
async function layoutAt({ folder, databaseUrl }: Place): Promise<string[]> {
  const copy = temporaryFolder("parley-test-");
  if (databaseUrl === null) cpSync(folder, copy, { recursive: true });
  const data = await openData({ folder: copy, databaseUrl });
  const layout = await layoutOf(data);
  await data.close();
  rmSync(copy, { recursive: true });
  return layout;
}

async function dieAt(moment: string, { folder, databaseUrl }: Place): Promise<void> {
  const { child, ended, listening, output } = runMain({
    PARLEY_DATA: folder,
    ...(databaseUrl && { PARLEY_DATABASE_URL: databaseUrl }),
    PARLEY_TEST_DIES_AT: moment,
    NODE_OPTIONS: `--import=${join(import.meta.dirname, "dying.ts")}`,
  });
  // A start that comes through is none that was killed.
  await listening().then(
    () => child.kill("SIGTERM"),
    () => undefined,
  );
  await ended;
  expect([child.signalCode, output.stdout]).toEqual(["SIGKILL", ""]);
}

/** Of how many migrations each kill leaves all and everything. A commit that is on its way may come to be, or not. */
type Kill = readonly [moment: string, done: readonly number[]];
const committed = (before: number): number[] => (isOnPostgres ? [before, before + 1] : [before + 1]);

const kills: [from: string, prepare: (place: Place) => Promise<void>, kills: Kill[]][] = [
  [
    "nothing",
    async () => undefined,
    [
      ["begin 1", [0]],
      ["create 1", [0]],
      ["create 6", [0]],
      ["insert into migrations 1", [0]],
      ["commit 1", committed(0)],
    ],
  ],
  [
    fixtures[0] ?? "",
    (place) => layDown(fixtures[0] ?? "", place),
    [
      ["begin 1", [1]],
      ["alter 3", [1]],
      ["update 1", [1]],
      ["create 12", [1]],
      ["insert into migrations 1", [1]],
      ["commit 1", committed(1)],
    ],
  ],
];

test.each(kills)("from %s", async (from, prepare, all) => {
  const isDone = (layout: string[]) => migrations.filter(({ name }) => layout.includes(`done.${name}`)).length;
  const whole = new Map<number, string[]>();
  const server = await startServer({
    async prepare(place) {
      await prepare(place);
      for (const [moment, done] of all) {
        await dieAt(moment, place);
        const layout = await layoutAt(place);
        expect(done, moment).toContain(isDone(layout));
        // Whatever is noted as done is there whole, and nothing else is.
        const same = whole.get(isDone(layout)) ?? layout;
        expect(layout, moment).toEqual(same);
        whole.set(isDone(layout), same);
      }
    },
  });
  const fresh = await startServer();
  expect(await layoutAt(server)).toEqual(await layoutAt(fresh));
  await fresh.stop();
  if (from !== "nothing") await annaWithAllOfHers(server);
  await server.stop();
});
