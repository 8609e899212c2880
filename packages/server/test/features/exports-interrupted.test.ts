/** Archives that are not finished at the first try. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import type { Runner } from "../../src/store/prepared.ts";
import { openData } from "../database.ts";
import { lobbyOf, Person, populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import { archiveOf, fetchArchive, untilReady } from "./archive.ts";
import { fill } from "./many-messages.ts";

test("one that fails says so, leaves nothing behind, and can be asked for again", async () => {
  let isBroken = true;
  // In the middle of it, the database refuses to read what anybody wrote.
  const breaking = (runner: Runner): Runner => ({
    compiler: runner.compiler,
    statements: runner.statements,
    fullText: runner.fullText,
    hasOneWriter: runner.hasOneWriter,
    all: (statement, values) =>
      isBroken && statement.text.includes(`"sender_id" = `)
        ? Promise.reject(new Error("A page of the disk is gone."))
        : runner.all(statement, values),
    first: (statement, values) => runner.first(statement, values),
    run: (statement, values) => runner.run(statement, values),
  });
  const broken = await startServer({
    wrapEngine: (engine) => ({
      ...engine,
      reader: breaking(engine.reader),
      transact: (work, committed) => engine.transact(work, committed),
    }),
  });
  const [ivy] = await populate(broken, ["Ivy"]);
  await ivy.send(await lobbyOf(ivy), "Hello");
  const witness = await ivy.connect();
  await ivy.do("export:start", {});
  const { payload } = await witness.until("export:changed", ({ state }) => state === "failed");
  expect(payload).toMatchObject({ bytes: null });
  expect((await fetchArchive(ivy)).status).toBe(404);
  expect(readdirSync(join(broken.folder, "exports"))).toEqual([]);
  expect(broken.log).toMatchObject([{ level: "warn", fields: { reason: "A page of the disk is gone." } }]);
  isBroken = false;
  expect((await archiveOf(ivy)).has("index.html")).toBe(true);
  witness.close();
  await broken.stop();
});

test("a server that stops in the middle begins it anew when it is back, and leaves nothing half done", async () => {
  const first = await startServer();
  const [hal] = await populate(first, ["Hal"]);
  const roomId = await hal.createRoom("Endless");
  const data = await openData(first);
  await fill(data, { roomId, senderIds: [hal.id], count: 60_000 });
  await data.close();
  const where = join(first.folder, "exports");
  await hal.do("export:start", {});
  await vi.waitFor(() => expect(readdirSync(where)).toHaveLength(1));
  // Asked for again, it goes on.
  const { state, total } = await hal.do("export:start", {});
  expect({ state, total }).toEqual({ state: "running", total: 1081 });
  await first.halt();
  expect(readdirSync(where)).toEqual([]);
  const second = await first.again();
  const again = new Person(second, hal);
  await untilReady(again);
  expect(readdirSync(where)).toHaveLength(1);
  expect(second.log.filter(({ level }) => level !== "info")).toEqual([]);
  await second.stop();
  expect(existsSync(where)).toBe(false);
});
