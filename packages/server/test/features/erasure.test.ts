import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { RoomId } from "@parley/contract";
import { afterAll, expect, test } from "vitest";
import { openData } from "../database.ts";
import { type Person, populate } from "../person.ts";
import { isOnPostgres, startServer } from "../start-server.ts";

const server = await startServer();
afterAll(server.stop);

/** Some fit a page of the database, some take several. */
const canaries = Array.from({ length: 40 }, (_, at) => `CANARY-${at}-${"x".repeat((at * 397) % 7_000)}`);

/** What people write, and how it goes away again. */
const ways: Record<string, (place: { anna: Person; ben: Person; roomId: RoomId; bodies: string[] }) => Promise<void>> =
  {
    async edited({ anna, roomId, bodies }) {
      for (const body of bodies) {
        const { id: messageId } = await anna.send(roomId, body);
        await anna.do("message:edit", { roomId, messageId, body: "Nothing" });
      }
    },
    async "deleted one by one"({ anna, ben, roomId, bodies }) {
      for (const body of bodies) {
        const { id: messageId, seq } = await ben.send(roomId, body);
        await ben.send(roomId, `Stays, after ${body.length}`, { replyTo: seq });
        await anna.do("message:edit", { roomId, messageId, body: "Not mine" }).catch(() => undefined);
        await anna.do("message:delete", { roomId, messageId });
      }
    },
    async "deleted all together"({ anna, ben, roomId, bodies }) {
      for (const body of bodies) await ben.send(roomId, body);
      await anna.send(roomId, "Stays");
      await ben.do("message:delete-mine", { roomId });
    },
    async "deleted with the conversation"({ anna, ben, bodies }) {
      const { room } = await anna.do("room:create-direct", { userIds: [ben.id] });
      for (const body of bodies) await ben.send(room.id, body);
      await anna.do("draft:save", { roomId: room.id, body: "CANARY in a draft" });
      await ben.do("room:delete-direct", { roomId: room.id });
    },
    async disappeared({ anna, ben, roomId, bodies }) {
      const witness = await ben.connect();
      await anna.do("room:set-expiry", { roomId, expiresAfterMs: 300_000 });
      const sent = [];
      for (const body of bodies) sent.push(await anna.send(roomId, body));
      server.clock.forward(300_000);
      for (const { id } of sent) await witness.until("message:deleted", (message) => message.id === id);
      witness.close();
    },
    async drafted({ anna, roomId, bodies }) {
      for (const body of bodies) await anna.do("draft:save", { roomId, body });
      await anna.do("draft:save", { roomId, body: "" });
    },
  };

test("what is gone is nowhere: not in the database, its file, its log, nor in ours", async () => {
  const [anna, ben] = await populate(server, ["Anna", "Ben"]);
  for (const [way, follow] of Object.entries(ways)) {
    const roomId = await anna.createRoom(`Secrets ${way}`);
    await anna.do("member:add", { roomId, userIds: [ben.id] });
    await follow({ anna, ben, roomId, bodies: canaries.map((canary) => `${way}: ${canary} @anna`) });
  }
  const data = await openData(server);
  expect(await data.digest()).not.toContain("CANARY");
  await data.close();
  expect(JSON.stringify(server.log)).not.toContain("CANARY");
  if (isOnPostgres) return;
  checkpoint(server.folder);
  const files = readdirSync(server.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const file of files.map(({ parentPath, name }) => relative(server.folder, join(parentPath, name))))
    expect(`${file}: ${readFileSync(join(server.folder, file)).includes("CANARY")}`).toBe(`${file}: false`);
});

function checkpoint(folder: string): void {
  const database = new DatabaseSync(join(folder, "parley.db"));
  database.exec("pragma busy_timeout = 5000");
  expect({ ...database.prepare("pragma wal_checkpoint(truncate)").get() }).toMatchObject({ busy: 0 });
  database.close();
}
