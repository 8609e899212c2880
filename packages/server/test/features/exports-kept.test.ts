/** The archive has what messages of mine said before, what I keep for later, and pictures that only this server has. */
import { type MessageId, newId, type RoomId } from "@parley/contract";
import { afterAll, expect, test } from "vitest";
import { newSet, newSticker } from "../drawn.ts";
import { populate } from "../person.ts";
import { startServer } from "../start-server.ts";
import { upload } from "../uploading.ts";
import { archiveOf, fileIn } from "./archive.ts";

const server = await startServer();
const [anna, ben] = await populate(server, ["Anna", "Ben"]);
afterAll(server.stop);

test("earlier texts of my own, wherever I wrote; and what I saved, as far as I still see it", async () => {
  const [roomId, left] = [await anna.createRoom("Harbour"), await ben.createRoom("Left behind")];
  await anna.do("member:add", { roomId, userIds: [ben.id] });
  await ben.do("member:add", { roomId: left, userIds: [anna.id] });
  for (const [person, where] of [
    [anna, roomId],
    [ben, roomId],
    [anna, left],
  ] as const) {
    const { id: messageId, seq } = await person.send(where, `First of ${person.id}`);
    await person.do("message:edit", { roomId: where, messageId, body: "Second" });
    await anna.do("saved:add", { roomId: where, seq });
  }
  const agenda = await upload(anna, { name: "agenda.txt", bytes: Buffer.from("Tea first") });
  const scheduled = { id: newId<MessageId>(1), roomId, body: "On Monday", sendAt: server.clock.now() + 86_400_000 };
  await anna.do("scheduled:add", { ...scheduled, files: [agenda.id] });
  const gone = await ben.send(roomId, "CANARY");
  await anna.do("saved:add", { roomId, seq: gone.seq });
  await ben.do("message:delete", { roomId, messageId: gone.id });
  await anna.do("room:leave", { roomId: left });

  const files = await archiveOf(anna);
  const edits = JSON.parse(fileIn(files, "my-edits.json"));
  expect(edits).toHaveLength(2);
  expect(edits).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ roomId, roomName: "Harbour", seq: 1, body: `First of ${anna.id}` }),
      expect.objectContaining({ roomId: left, roomName: null, seq: 1, body: `First of ${anna.id}` }),
    ]),
  );
  expect(JSON.parse(fileIn(files, "my-saved.json"))).toMatchObject([
    { roomId: left, roomName: null, message: null },
    { roomId, roomName: "Harbour", seq: 2, message: { body: "Second", senderId: ben.id } },
    { roomId, seq: 1, message: { body: "Second", senderId: anna.id } },
  ]);
  expect(JSON.parse(fileIn(files, "my-scheduled.json"))).toEqual([{ ...scheduled, files: [agenda] }]);
  const [listed] = JSON.parse(fileIn(files, "files.json"));
  expect(listed).toMatchObject({ id: agenda.id, name: "agenda.txt" });
  expect(fileIn(files, listed.path)).toBe("Tea first");
  expect([...files.values()].join("\n")).not.toMatch(/CANARY|Left behind/);
});

test("stickers of the server's own that I see, and no others", async () => {
  const setId = await newSet(anna);
  const [seen, cleared, apart] = await Promise.all([1, 2, 3].map(() => newSticker(anna, setId)));
  const roomId = await anna.createRoom("Cats");
  await anna.do("member:add", { roomId, userIds: [ben.id] });
  const send = (where: RoomId, sticker = seen) =>
    ben.do("message:send", {
      ...{ id: newId<MessageId>(Date.now()), roomId: where, body: "" },
      sticker: { setId, stickerId: sticker?.stickerId ?? "" },
    });
  await send(roomId, cleared);
  await anna.do("room:clear", { roomId });
  await send(roomId);
  await send(await ben.createRoom("Apart"), apart);
  const files = await archiveOf(anna);
  expect([...files.keys()].filter((path) => path.startsWith("stickers/"))).toEqual([
    `stickers/${seen?.stickerId}.webp`,
  ]);
  expect(fileIn(files, ".webp").slice(8, 12)).toMatch(/WEBP|EBP/);
  expect(fileIn(files, "-cats.html")).toContain(`src="../stickers/${seen?.stickerId}.webp" alt="🐈"`);
});
