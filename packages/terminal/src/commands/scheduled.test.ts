import { type FileId, type MessageId, newId, type RoomId, type Scheduled } from "@parley/contract";
import { expect, test } from "vitest";
import { CommandRig } from "../../test/rig/command.ts";
import { entryOf, noon, person, say, stateWith } from "../../test/rig/state.ts";

const me = person("Me");
const room = entryOf({ messages: [] });
const { id: roomId } = room.state.room;
const hourMs = 3_600_000;
const waits = (at: number, more: Partial<Scheduled>): Scheduled => ({
  id: newId<MessageId>(at),
  roomId,
  body: "Later",
  sendAt: noon + hourMs,
  ...more,
});
const scheduled = [
  waits(1, { body: "See you\nthen", sendAt: null }),
  waits(2, { body: "Tea?", sendAt: noon + hourMs }),
  waits(3, { roomId: newId<RoomId>(3), refusal: { code: "not_found", message: "You left." }, sendAt: noon - 1 }),
];

const here = (replies: ConstructorParameters<typeof CommandRig>[0]["replies"] = {}, known: readonly Scheduled[] = []) =>
  new CommandRig({ state: { ...stateWith({ me, people: [], rooms: [room] }), scheduled: known }, roomId, replies });

test("has a text sent at its time, or when they are online", async () => {
  const rig = here({ "scheduled:add": { scheduled: null } });
  const at = new Date(noon).setHours(18, 30, 0, 0);
  expect(await rig.lines("later", "18:30 on my way")).toEqual(["It will be sent 18:30: /later lists what waits."]);
  expect(await rig.lines("later", "online welcome back")).toEqual([
    "It will be sent when they are online: /later lists what waits.",
  ]);
  expect(rig.asked).toMatchObject([
    ["scheduled:add", { roomId, body: "on my way", sendAt: at }],
    ["scheduled:add", { roomId, body: "welcome back", sendAt: null }],
  ]);
  await expect(rig.run("later", "2020-01-01 9:00 too late")).rejects.toThrow("has passed");
  for (const text of ["soon text", "18:30", "online", "now", "delete one"])
    await expect(rig.run("later", text)).rejects.toThrow("/later 18:30 text");
});

test("lists what waits by numbers, by which it is sent or deleted", async () => {
  const rig = here({ "scheduled:send": say(1, me, "Tea?"), "scheduled:remove": {} }, scheduled);
  expect(await rig.lines("later")).toEqual([
    "To be sent later",
    "  1  a room that you are not in any more  Later  not sent: You left.",
    "  2  #lobby  Tea?  13:00",
    "  3  #lobby  See you then  when they are online",
  ]);
  expect(await rig.lines("later", "now 2")).toEqual(["It is sent."]);
  expect(await rig.lines("later", "delete 3")).toEqual(["It will not be sent."]);
  await expect(rig.run("later", "delete 4")).rejects.toThrow("No message with the number 4");
  expect(rig.asked).toEqual([
    ["scheduled:send", { id: scheduled[1]?.id }],
    ["scheduled:remove", { id: scheduled[0]?.id }],
  ]);
  expect(await here().lines("later")).toEqual(["Nothing waits to be sent. /later 18:30 text has something wait."]);
});

test("names the files of what waits", async () => {
  const file = { id: newId<FileId>(1), name: "quay.jpg", type: "image/jpeg", size: 1_400_000, kind: "image" as const };
  const rig = here({}, [waits(1, { body: "", files: [file] }), waits(2, { body: "At the quay", files: [file, file] })]);
  const { facts } = await rig.run("later");
  expect(await rig.lines("later")).toEqual([
    "To be sent later",
    "  1  #lobby  📎 quay.jpg (1.4 MB)  13:00",
    "  2  #lobby  📎 quay.jpg (1.4 MB) 📎 quay.jpg (1.4 MB) At the quay  13:00",
  ]);
  expect(facts[0]).toMatchObject({ text: "", files: [{ name: "quay.jpg", size: 1_400_000 }] });
});
