import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { openData } from "../database.ts";
import { populate } from "../person.ts";
import { isOnPostgres, startServer } from "../start-server.ts";

const server = await startServer();
afterAll(server.stop);

test("what was deleted or edited away is nowhere in the database", async () => {
  const [anna] = await populate(server, ["Anna"]);
  const roomId = await anna.createRoom("Secrets");
  const canaries = Array.from({ length: 40 }, (_, at) => `CANARY-${at}-${"x".repeat((at * 397) % 7_000)}`);
  for (const canary of canaries) {
    const { id: messageId } = await anna.send(roomId, `before ${canary} after`);
    await anna.send(roomId, `Something that stays, after ${canary.length}`);
    if (canary.length % 2 === 0) await anna.do("message:delete", { roomId, messageId });
    else await anna.do("message:edit", { roomId, messageId, body: "Nothing" });
  }
  await anna.do("draft:save", { roomId, body: "CANARY in a draft" });
  await anna.do("draft:save", { roomId, body: "" });

  const data = await openData(server);
  expect(await data.digest()).not.toContain("CANARY");
  await data.close();
  if (isOnPostgres) return;
  checkpoint(server.folder);
  for (const file of readdirSync(server.folder))
    expect(`${file}: ${readFileSync(join(server.folder, file)).includes("CANARY")}`).toBe(`${file}: false`);
});

function checkpoint(folder: string): void {
  const database = new DatabaseSync(join(folder, "parley.db"));
  database.exec("pragma busy_timeout = 5000");
  expect({ ...database.prepare("pragma wal_checkpoint(truncate)").get() }).toMatchObject({ busy: 0 });
  database.close();
}
