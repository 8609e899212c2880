import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { limits, type MessageId, newId, type RoomId } from "@parley/contract";
import { afterAll, expect, test } from "vitest";
import { openData } from "../database.ts";
import { TargetSite } from "../outbound/target-site.ts";
import { type Person, populate } from "../person.ts";
import { isOnPostgres, startServer } from "../start-server.ts";

const site = await new TargetSite().start();
const server = await startServer({ wire: site.wire, config: { linkPreviews: true } });
afterAll(async () => {
  await server.stop();
  await site.stop();
});

/** Some fit a page of the database, some take several. */
const canaries = Array.from({ length: 40 }, (_, at) => `CANARY-${at}-${"x".repeat((at * 397) % 7_000)}`);

/** Nobody chooses these by chance. */
const canaryEmoji = ["🦤", "🪿"];

/** What people write, and how it goes away again. */
const ways: Record<string, (place: { anna: Person; ben: Person; roomId: RoomId; bodies: string[] }) => Promise<void>> =
  {
    async "edited and then deleted"({ anna, roomId, bodies }) {
      for (const body of bodies) {
        const { id: messageId } = await anna.send(roomId, body);
        await anna.do("message:edit", { roomId, messageId, body: "Nothing" });
        await anna.do("message:delete", { roomId, messageId });
      }
    },
    async "edited and deleted all together"({ anna, roomId, bodies }) {
      for (const body of bodies) {
        const { id: messageId } = await anna.send(roomId, body);
        await anna.do("message:edit", { roomId, messageId, body: "Nothing" });
      }
      await anna.do("message:delete-mine", { roomId });
    },
    async "edited more often than is kept"({ anna, roomId, bodies }) {
      const { id: messageId } = await anna.send(roomId, "Nothing yet");
      for (const body of bodies.slice(0, 10)) await anna.do("message:edit", { roomId, messageId, body });
      for (let at = 0; at <= limits.edits; at += 1)
        await anna.do("message:edit", { roomId, messageId, body: `Nothing ${at}` });
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
    async reacted({ anna, ben, roomId }) {
      const direct = await anna.do("room:create-direct", { userIds: [ben.id] });
      const react = async (id: RoomId, seq: number) => {
        for (const emoji of canaryEmoji) await ben.do("reaction:add", { roomId: id, seq, emoji });
      };
      const [first, second, third] = [
        await anna.send(roomId, "To be deleted"),
        await ben.send(roomId, "To be deleted with all of mine"),
        await anna.send(roomId, "Stays"),
      ];
      for (const { seq } of [first, second, third]) await react(roomId, seq);
      await react(direct.room.id, (await anna.send(direct.room.id, "Between us")).seq);
      await anna.do("message:delete", { roomId, messageId: first.id });
      await ben.do("message:delete-mine", { roomId });
      await anna.do("room:delete-direct", { roomId: direct.room.id });
      await anna.do("room:set-expiry", { roomId, expiresAfterMs: 300_000 });
      const witness = await ben.connect();
      const { id, seq } = await anna.send(roomId, "Disappears");
      await react(roomId, seq);
      server.clock.forward(300_000);
      await witness.until("message:deleted", (message) => message.id === id);
      witness.close();
    },
    async "found behind links"({ anna, ben, roomId }) {
      site.name("news.site");
      site.page("/found", '<title>CANARY</title><meta name="description" content="CANARY">');
      const { room } = await anna.do("room:create-direct", { userIds: [ben.id] });
      const witness = await ben.connect();
      const link = async (who: Person, place = roomId) => {
        const { id, seq } = await who.send(place, "http://news.site/found");
        const isFound = async () =>
          (await anna.do("message:list", { roomId: place, seqs: [seq] })).messages[0]?.preview;
        await expect.poll(isFound).toMatchObject({ title: "CANARY" });
        return { roomId: place, messageId: id };
      };
      await anna.do("message:delete", await link(anna));
      await anna.do("message:edit", { ...(await link(anna)), body: "Nothing" });
      const unlinked = await link(anna);
      await anna.do("preview:remove", unlinked);
      await anna.do("message:edit", { ...unlinked, body: "Nothing" });
      await link(ben);
      await ben.do("message:delete-mine", { roomId });
      await link(anna, room.id);
      await anna.do("room:delete-direct", { roomId: room.id });
      await anna.do("room:set-expiry", { roomId, expiresAfterMs: 300_000 });
      const { messageId } = await link(anna);
      server.clock.forward(300_000);
      await witness.until("message:deleted", (message) => message.id === messageId);
      witness.close();
    },
    async drafted({ anna, roomId, bodies }) {
      for (const body of bodies) await anna.do("draft:save", { roomId, body });
      await anna.do("draft:save", { roomId, body: "" });
    },
    async "waiting for its time"({ anna, ben, roomId, bodies }) {
      const sendAt = server.clock.now() + 86_400_000;
      const wait = async (place: RoomId, body: string) => {
        const id = newId<MessageId>(Date.now());
        await anna.do("scheduled:add", { id, roomId: place, body, sendAt });
        return id;
      };
      for (const body of bodies) {
        const id = await wait(roomId, body);
        if (body.length % 2 === 0) await anna.do("scheduled:remove", { id });
        else {
          const { id: messageId } = await anna.do("scheduled:send", { id });
          await anna.do("message:delete", { roomId, messageId });
        }
      }
      await anna.do("scheduled:change", { id: await wait(roomId, "CANARY to be changed"), body: "Nothing" });
      await wait(roomId, "CANARY to be cleared");
      await anna.do("room:clear", { roomId });
      const { room } = await anna.do("room:create-direct", { userIds: [ben.id] });
      await wait(room.id, "CANARY between us");
      await ben.do("room:delete-direct", { roomId: room.id });
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
  const rows = await data.digest();
  for (const canary of ["CANARY", ...canaryEmoji]) expect(rows).not.toContain(canary);
  await data.close();
  expect(JSON.stringify(server.log)).not.toContain("CANARY");
  if (isOnPostgres) return;
  checkpoint(server.folder);
  const files = readdirSync(server.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const file of files.map(({ parentPath, name }) => relative(server.folder, join(parentPath, name))))
    for (const canary of ["CANARY", ...canaryEmoji])
      expect(`${file}: ${readFileSync(join(server.folder, file)).includes(canary)}`).toBe(`${file}: false`);
});

function checkpoint(folder: string): void {
  const database = new DatabaseSync(join(folder, "parley.db"));
  database.exec("pragma busy_timeout = 5000");
  expect({ ...database.prepare("pragma wal_checkpoint(truncate)").get() }).toMatchObject({ busy: 0 });
  database.close();
}
