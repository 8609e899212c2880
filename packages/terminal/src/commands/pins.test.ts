import { expect, test } from "vitest";
import { CommandRig, type CommandRigOptions } from "../../test/rig/command.ts";
import { entryOf, noon, person, say, stateWith } from "../../test/rig/state.ts";

const me = person("Me");
const ann = person("Ann");
const first = { ...say(1, ann, "the address:\n*Main* Street \u001b[2J5"), pinnedAt: noon };
const room = entryOf({ messages: [first] });
const { id: roomId } = room.state.room;

const here = (replies: CommandRigOptions["replies"] = {}) =>
  new CommandRig({ state: stateWith({ me, people: [ann], rooms: [room] }), roomId, replies });

test("pins by number, and takes them off again", async () => {
  const rig = here({ "pin:add": first, "pin:remove": first });
  expect(await rig.lines("pin", "#1")).toEqual(["Message 1 is pinned."]);
  expect((await rig.run("unpin", "1")).facts).toEqual([{ type: "unpinned", seq: 1 }]);
  expect(rig.asked).toEqual([
    ["pin:add", { roomId, seq: 1 }],
    ["pin:remove", { roomId, seq: 1 }],
  ]);
  for (const text of ["", "0", "one", "1 and more"]) await expect(rig.run("pin", text)).rejects.toThrow("/pin 12");
});

test("lists what is pinned, each on one line", async () => {
  const rig = here({ "pin:list": { messages: [first], people: [ann], next: noon } });
  expect(await rig.lines("pins")).toEqual([
    "Pinned here",
    "  1  Ann  the address: *Main* Street ␛[2J5  12:00",
    "and more, pinned before",
  ]);
  expect(await here({ "pin:list": { messages: [], people: [], next: null } }).lines("pins")).toEqual([
    "Nothing is pinned here.",
  ]);
});
