import { type FileId, newId, type RoomId, type SharedFile } from "@parley/contract";
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
const entry = { roomId, message: say(7, ann, { files: [file], sentAt: noon }) };
const reply = { roomId: newId<RoomId>(0), thread: { roomId, seq: 2 }, message: { ...entry.message, seq: 3 } };

const here = (replies: CommandRigOptions["replies"] = {}) =>
  new CommandRig({ state: stateWith({ me, people: [ann], rooms: [room] }), roomId, replies });
const page = (kind: "image" | "file" | "voice") => {
  const message = { ...entry.message, files: [{ ...file, kind }] };
  return { entries: [{ ...entry, message }, reply], people: [ann], cursor: { beforeSeq: 7, thread: null } };
};

test("lists photos, files and voice messages, each on one line, from the room and its threads", async () => {
  const rig = here({
    "gallery:list": ({ kind }) => page(kind === "media" ? "image" : kind === "voice" ? "voice" : "file"),
  });
  expect(await rig.lines("media")).toEqual([
    "Photos and videos here",
    "  7  Ann  📎 quay␛.jpg (1.4 MB, 4000×3000)  12:00",
    "  2 › 3  Ann  📎 quay␛.jpg (1.4 MB, 4000×3000)  12:00",
    "and more, sent before",
  ]);
  expect((await rig.run("media")).facts).toMatchObject([{ seq: 7 }, { thread: 2, seq: 3 }]);
  expect((await rig.run("media", "files")).facts).toMatchObject([{ type: "media", seq: 7, size: 1_400_000 }]);
  expect((await rig.run("media", "voice")).facts).toMatchObject([{ kind: "voice" }]);
  const asked = ["media", "media", "file", "voice"].map((kind) => ["gallery:list", { roomId, kind, limit: 20 }]);
  expect(rig.asked).toEqual(asked);
  const none = here({ "gallery:list": { entries: [], people: [], cursor: null } });
  expect(await none.lines("media", "voice")).toEqual(["There is nothing of the kind here."]);
  await expect(none.run("media", "films")).rejects.toThrow("/media links");
});

test("lists messages with links", async () => {
  const found = { entries: [{ roomId, message: linked }], people: [ann], cursor: null };
  const rig = here({ "gallery:list": found });
  expect(await rig.lines("media", "links")).toEqual([
    "Links here",
    expect.stringMatching(/^ {2}2 {2}Ann {2}look: https:\/\/a\.example ␛\[2J {2}/),
  ]);
});
