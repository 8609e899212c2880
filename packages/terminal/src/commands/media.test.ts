import { type FileId, newId, type SharedFile } from "@parley/contract";
import { expect, test } from "vitest";
import { CommandRig, type CommandRigOptions } from "../../test/rig/command.ts";
import { entryOf, noon, person, say, stateWith } from "../../test/rig/state.ts";

const me = person("Me");
const ann = person("Ann");
const linked = say(2, ann, "look:\nhttps://a.example \u001b[2J");
const room = entryOf({ messages: [say(1, ann, "hello"), linked] });
const { id: roomId } = room.state.room;
const file: SharedFile = {
  id: newId<FileId>(0),
  name: "quay\u001b.jpg",
  type: "image/jpeg",
  size: 1_400_000,
  kind: "image",
  width: 4_000,
  height: 3_000,
};
const entry = { file, messageId: linked.id, seq: 7, senderId: ann.id, sentAt: noon };

const here = (replies: CommandRigOptions["replies"] = {}) =>
  new CommandRig({ state: stateWith({ me, people: [ann], rooms: [room] }), roomId, replies });

test("lists photos, files and voice messages, each on one line", async () => {
  const rig = here({ "file:list": { entries: [entry], isEnd: false, people: [ann] } });
  expect(await rig.lines("media")).toEqual([
    "Photos and videos here",
    "  7  Ann  📎 quay␛.jpg (1.4 MB, 4000×3000)  12:00",
    "and more, sent before",
  ]);
  expect((await rig.run("media", "files")).facts).toMatchObject([{ type: "media", seq: 7, size: 1_400_000 }]);
  await rig.run("media", "voice");
  expect(rig.asked).toEqual(["media", "file", "voice"].map((kind) => ["file:list", { roomId, kind, limit: 20 }]));
  const none = here({ "file:list": { entries: [], isEnd: true, people: [] } });
  expect(await none.lines("media", "voice")).toEqual(["There is nothing of the kind here."]);
  await expect(none.run("media", "films")).rejects.toThrow("/media links");
});

test("lists messages with links", async () => {
  const rig = here({ "search:links": { messages: [linked], people: [ann], next: null } });
  expect(await rig.lines("media", "links")).toEqual([
    "Links here",
    expect.stringMatching(/^ {2}2 {2}Ann {2}look: https:\/\/a\.example ␛\[2J {2}/),
  ]);
});
