import { expect, test } from "vitest";
import { CommandRig } from "../../test/rig/command.ts";
import { entryOf, noon, person, say, stateWith } from "../../test/rig/state.ts";

const me = person("Me");
const room = entryOf({ messages: [say(1, me, "now")] });
const { id: roomId } = room.state.room;

test("tells what a message said before", async () => {
  const edits = [{ body: "then\nand \u001b[2J", writtenAt: noon, replacedAt: noon + 1 }];
  const rig = new CommandRig({ state: stateWith({ me, rooms: [room] }), roomId, replies: { "edit:list": { edits } } });
  expect(await rig.lines("edits", "1")).toEqual(["What message 1 said before", "  12:00  then and ␛[2J"]);
  expect(rig.asked).toEqual([["edit:list", { roomId, seq: 1 }]]);
  await expect(rig.run("edits", "one")).rejects.toThrow("/edits 12");
});
